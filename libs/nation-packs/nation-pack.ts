import type { Level, Nation, Pathway, Urgency } from '#domain';
import type { ClockRule, Division } from '#deadlines';
import type { CodeKind, CodeWords, RuleSet, SafetyInvariant } from '#rules';
import type { CaseClockTable } from './case-clocks/case-clock-definition.ts';
import type { IndicatorDefinition } from './indicator-definition.ts';
import type { TermId } from './parse-terms.ts';

/** How sure we are of a statement: taken from a public source, or general knowledge that somebody must still verify. */
export type Evidence = 'found' | 'unverified';

/** What a nation calls a level of need, and the law under which it acts there. */
export interface LevelWords {
  readonly level: Level;
  readonly title: string;
  readonly titleCy?: string;
  readonly description: string;
  readonly descriptionCy?: string;
  readonly legalBasis: string;
}

export interface PathwayWords {
  readonly pathway: Pathway;
  readonly title: string;
  readonly titleCy?: string;
  readonly description: string;
  readonly descriptionCy?: string;
}

/** How long a person may take to decide a case of this urgency (domain pack 4.3): a setting, because areas differ. */
export interface UrgencyLimit {
  readonly urgency: Urgency;
  readonly title: string;
  readonly titleCy?: string;
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
  /** `unverified` where no source gives the list: to be checked before anything is reported with it. */
  readonly evidence: Evidence;
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
  /** False while its commencement is unknown, or if it never commenced: shown, never offered for a decision. */
  readonly inForce: boolean;
  /** First and last day in force (`YYYY-MM-DD`), both included. */
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
}

export interface PackClock {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly limit: ClockRule;
  readonly evidence: Evidence;
  readonly note?: string;
}

export type PromptKind = CodeKind;

/** What a code in a rule's outcome says to the person who reads it. */
export type Prompt = CodeWords;

/** What a nation calls one idea that all of them have (domain pack 2.1, word list). */
export interface Term {
  readonly title: string;
  readonly titleCy?: string;
}

/** The nation's own frame for needs, and where each indicator stands in it (domain pack 5.1, mapping). */
export interface Frame {
  readonly title: string;
  readonly dimensions: readonly { readonly code: string; readonly title: string; readonly titleCy?: string }[];
  /** Codes of dimensions by indicator id; every indicator has at least one. */
  readonly byIndicator: Readonly<Record<string, readonly string[]>>;
  /** Indicators that the published mapping leaves out and that we placed ourselves. */
  readonly placedByUs: readonly string[];
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
  /** What the clocks of a case are started and stopped by here, and how they are counted. */
  readonly caseClocks: CaseClockTable;
  /** Words of every code that the rules use. */
  readonly prompts: readonly Prompt[];
  readonly terms: Readonly<Record<TermId, Term>>;
  readonly frame: Frame;
  /** What no change of the nation's rules may take away. */
  readonly invariants: readonly SafetyInvariant[];
  /** Pairs of codes that may not be asked for together. */
  readonly exclusions: readonly (readonly [string, string])[];
}
