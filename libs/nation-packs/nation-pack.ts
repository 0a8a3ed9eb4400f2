import type { Level, Nation, Pathway, Urgency } from '#domain';
import type { ClockRule, Division } from '#deadlines';
import type { RuleSet } from '#rules';
import type { IndicatorDefinition } from './indicator-definition.ts';

/** How sure we are of a statement: taken from a public source, or general knowledge that somebody must still verify. */
export type Evidence = 'found' | 'unverified';

/** What a nation calls a level of need, and the law under which it acts there. */
export interface LevelWords {
  readonly level: Level;
  readonly title: string;
  readonly description: string;
  readonly legalBasis: string;
}

export interface PathwayWords {
  readonly pathway: Pathway;
  readonly title: string;
  readonly description: string;
}

/** How long a person may take to decide a case of this urgency (domain pack 4.3): a setting, because areas differ. */
export interface UrgencyLimit {
  readonly urgency: Urgency;
  readonly title: string;
  readonly decision: ClockRule;
  readonly source: string;
}

export interface UrgencyLimits {
  /** Clock E1 runs beside the urgency's own: the next step is decided and the referrer told, whatever the colour. */
  readonly decideNextSteps: { readonly clock: string; readonly limit: ClockRule; readonly source: string };
  readonly byUrgency: Readonly<Record<Urgency, UrgencyLimit>>;
}

export interface Code {
  readonly code: string;
  readonly display: string;
  /** Kept so that old records can be read; may not be chosen for new ones. */
  readonly retired?: boolean;
  readonly note?: string;
}

export interface CodeList {
  readonly id: string;
  readonly title: string;
  readonly codeSystem: string;
  readonly codes: readonly Code[];
}

export interface LegalBasis {
  readonly id: string;
  readonly title: string;
  readonly test: string;
  /** Whether the family's agreement is needed to act under it. */
  readonly consentNeeded: 'yes' | 'no' | 'not_applicable';
  readonly consentNote?: string;
  readonly evidence: Evidence;
  /** False while its commencement is unknown: shown, never offered for a decision. */
  readonly inForce: boolean;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
}

/** Reviews are counted in calendar months, which the deadline calculator does not run: they are for plans, not triage. */
export type ClockLimit = ClockRule | { readonly kind: 'calendar_months'; readonly limit: number };

export interface PackClock {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly limit: ClockLimit;
  readonly evidence: Evidence;
  readonly note?: string;
}

export type PromptKind = 'action' | 'route' | 'service' | 'question';

/** What a code in a rule's outcome says to the person who reads it. */
export interface Prompt {
  readonly code: string;
  readonly kind: PromptKind;
  readonly title: string;
}

/** Everything that makes one nation's front door different, as data (domain pack 2). */
export interface NationPack {
  readonly nation: Nation;
  readonly division: Division;
  readonly ruleSet: RuleSet;
  readonly indicators: readonly IndicatorDefinition[];
  readonly levels: readonly LevelWords[];
  readonly pathways: readonly PathwayWords[];
  readonly urgencyLimits: UrgencyLimits;
  /** Plain lower-case phrases; a hit raises and calls for a person's eyes, and never sets a level. */
  readonly phrases: readonly string[];
  readonly codeLists: readonly CodeList[];
  readonly legalBases: readonly LegalBasis[];
  readonly clocks: readonly PackClock[];
  readonly prompts: readonly Prompt[];
}
