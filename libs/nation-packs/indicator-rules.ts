import type { Level, Nation } from '#domain';
import type { CatalogueEntry, Outcome, Rule } from '#rules';
import type { IndicatorDefinition } from './indicator-definition.ts';
import type { LevelWords } from './nation-pack.ts';
import { withoutUndefined } from './without-undefined.ts';

/** What all indicator rules of a pack have in common. */
export interface IndicatorRuleDefaults {
  readonly nation: Nation;
  /** Prefix of rule ids, for example `ENG`. */
  readonly prefix: string;
  readonly version: number;
  readonly source: string;
  readonly effectiveFrom: string;
  readonly levels: readonly LevelWords[];
}

function indicatorFactId(indicator: IndicatorDefinition): string {
  return `indicator.${indicator.id}`;
}

/** The fact that an indicator is: nobody reported it means that it is not there, and more of it is more harm. */
export function indicatorFact(indicator: IndicatorDefinition, source: string): CatalogueEntry {
  return withoutUndefined({
    id: indicatorFactId(indicator),
    label: indicator.title,
    labelCy: indicator.titleCy,
    type: { kind: 'boolean' } as const,
    missing: { absent: false } as const,
    suppliedBy: ['referrer'] as const,
    sensitivity: 'special_category' as const,
    source: `${source}, ${indicator.id}`,
    harm: true,
    aboutOthers: indicator.aboutOthers ? true : undefined,
    question: indicator.question,
    questionCy: indicator.questionCy,
  });
}

/** The rule that one indicator alone makes: its own level and urgency, and no more than that. */
export function indicatorRule(indicator: IndicatorDefinition, defaults: IndicatorRuleDefaults): Rule {
  const fact = indicatorFactId(indicator);
  return withoutUndefined({
    id: `${defaults.prefix}-${indicator.id}`,
    version: defaults.version,
    title: indicator.title,
    titleCy: indicator.titleCy,
    because: indicator.because,
    becauseCy: indicator.becauseCy,
    owner: indicator.owner,
    legalBasis: { [defaults.nation]: indicator.legalBasis ?? usualLaw(indicator.level, defaults.levels) },
    source: `${defaults.source}, ${indicator.id}`,
    effectiveFrom: defaults.effectiveFrom,
    areas: ['*'],
    when: { fact, is: true },
    then: outcomeOf(indicator),
    tests: [
      { title: `${indicator.id} is reported`, facts: { [fact]: true }, expect: 'true' as const },
      { title: `${indicator.id} was looked for and is not there`, facts: { [fact]: false }, expect: 'false' as const },
    ],
  });
}

function outcomeOf(indicator: IndicatorDefinition): Outcome {
  const unlessEmpty = (codes: readonly string[]): readonly string[] | undefined =>
    codes.length > 0 ? codes : undefined;
  return withoutUndefined({
    minLevel: indicator.level,
    minUrgency: indicator.urgency,
    redLine: indicator.redLine ? true : undefined,
    routes: unlessEmpty(indicator.routes),
    actions: unlessEmpty(indicator.actions),
    services: unlessEmpty(indicator.services),
    questions: unlessEmpty(indicator.questions),
  });
}

/** Every level has its words by the time rules are made: `parseLevels` refuses a file that leaves one out. */
function usualLaw(level: Level, levels: readonly LevelWords[]): string {
  return levels.find((words) => words.level === level)?.legalBasis ?? '';
}
