/** What managers ask of many cases at once: searches over decisions, overrides, breaches. Source: domain pack 4.5, 6. */
export { type BreachLine, type BreachReport, CLOCK_ENDS, ReadBreaches } from './breaches/read-breaches.ts';
export {
  type DecisionFilter,
  type DecisionQuestion,
  type Difference,
  DIFFERENCES,
  type FoundDecision,
  SIGN_OFF_STATES,
  type SignOffState,
} from './decisions/decision-question.ts';
export { MOST_LINES, SearchDecisions, type SearchChoices } from './decisions/search-decisions.ts';
export { type OverrideLine, type OverrideReport, ReadOverrides, type Span } from './overrides/read-overrides.ts';
export { ReportingModule } from './reporting.module.ts';
export { LEAST_SHOWN } from './withheld.ts';
