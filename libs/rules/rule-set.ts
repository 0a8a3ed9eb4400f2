import type { FactValue, Level, Nation, Urgency } from '#domain';
import type { Condition } from './condition.ts';

/** What a rule adds when it holds. It can only raise: nothing here lowers, closes or ends a case (rules.md, semantics 3). */
export interface Outcome {
  readonly minLevel?: Level;
  readonly minUrgency?: Urgency;
  /** The engine may not propose below statutory protection and red for this rule. */
  readonly redLine?: boolean;
  readonly routes?: readonly string[];
  readonly actions?: readonly string[];
  readonly services?: readonly string[];
  readonly questions?: readonly string[];
}

export type FactType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'enum'; readonly values: readonly string[] };

/** One fact a rule may ask about. `missing` says what no report means: a material gap, or simply not there. */
export interface CatalogueEntry {
  readonly id: string;
  readonly label: string;
  readonly labelCy?: string;
  readonly type: FactType;
  readonly missing: 'unknown' | { readonly absent: FactValue };
  readonly suppliedBy: readonly ('referrer' | 'screener' | 'system')[];
  readonly sensitivity: 'ordinary' | 'personal' | 'special_category';
  readonly source: string;
  /**
   * More of it means more harm: a rule may not rest on its absence, so that adding a worry never lowers. False is
   * less than true, and an enum lists its values from the least harm to the most.
   */
  readonly harm?: boolean;
  /** About somebody other than the child, or held by another agency: a referrer is told no rule that rests on it. */
  readonly aboutOthers?: boolean;
  /** The question that would settle it, in plain English. */
  readonly question?: string;
  readonly questionCy?: string;
}

export interface RuleTest {
  readonly title: string;
  /** Facts given, the text `unknown` for one that is not known; everything else is as the catalogue says for missing. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly expect: 'true' | 'false' | 'unknown';
}

export interface Rule {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly titleCy?: string;
  /** Why the rule is there, in plain English: what a manager reads and a practitioner is told. */
  readonly because: string;
  readonly becauseCy?: string;
  readonly owner: string;
  readonly legalBasis: Readonly<Partial<Record<Nation, string>>>;
  readonly source: string;
  /** First and last day in force, both included (`YYYY-MM-DD`). */
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  /** Areas of the authority, `*` for all. */
  readonly areas: readonly string[];
  readonly when: Condition;
  readonly then: Outcome;
  readonly tests: readonly RuleTest[];
}

export const CODE_KINDS = ['action', 'route', 'service', 'question'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** The lists of codes in an outcome, each with the kind of code it holds. */
export const KIND_OF_LIST = {
  routes: 'route',
  actions: 'action',
  services: 'service',
  questions: 'question',
} as const satisfies Partial<Record<keyof Outcome, CodeKind>>;
export const CODE_LISTS = [
  'routes',
  'actions',
  'services',
  'questions',
] as const satisfies readonly (keyof typeof KIND_OF_LIST)[];

/** What a code in a rule's outcome says to the person who reads it. */
export interface CodeWords {
  readonly code: string;
  readonly kind: CodeKind;
  readonly title: string;
  readonly titleCy?: string;
}

/** An example of the whole set at work: all rules together must propose exactly this level and urgency. */
export interface RuleSetTest {
  readonly title: string;
  /** As in a rule's own test: the text `unknown` for a fact that is not known. */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** The day it is evaluated on; without one, the day on which the newest rule comes into force. */
  readonly onDate?: string;
  /** Without one, only rules for all areas are in force. */
  readonly area?: string;
  readonly expect: { readonly level: Level; readonly urgency: Urgency; readonly needsInformation?: boolean };
}

/** A versioned set of rules with the catalogue they speak about. Its content hash names it in every stored run. */
export interface RuleSet {
  readonly schemaVersion: '1';
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly nation: Nation;
  readonly catalogue: readonly CatalogueEntry[];
  readonly rules: readonly Rule[];
  /** Examples of the whole set at work; a set that fails one does not load. */
  readonly tests?: readonly RuleSetTest[];
  /** Words for the codes its rules use. When they are given, no code may be without. */
  readonly words?: readonly CodeWords[];
}
