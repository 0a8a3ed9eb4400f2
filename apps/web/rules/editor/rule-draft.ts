import type { Level, Urgency } from '#domain';
import type { Outcome, Rule, RuleTest } from '#rules';

/** How the parts of a group belong together; the last three are the same denied. */
export const JOINS = ['all', 'any', 'at_least', 'not_all', 'none', 'fewer'] as const;
export type Join = (typeof JOINS)[number];

/** How a fact is tested. Which of them a fact can have follows from its type. */
export const TESTS = [
  'yes',
  'no',
  'not_yes',
  'not_no',
  'one_of',
  'not_one_of',
  'between',
  'not_between',
  'known',
  'not_known',
] as const;
export type Test = (typeof TESTS)[number];

/** One condition as it stands in the form: numbers are texts, since people may type anything. */
export interface LeafDraft {
  readonly kind: 'leaf';
  readonly fact: string;
  readonly test: Test;
  /** Values of a list that are accepted. */
  readonly values: readonly string[];
  readonly low: string;
  readonly high: string;
}

export interface GroupDraft {
  readonly kind: 'group';
  readonly join: Join;
  /** How many must hold, for `at_least` and `fewer`. */
  readonly count: string;
  readonly parts: readonly PartDraft[];
}

export type PartDraft = LeafDraft | GroupDraft;

/** A fact of an example with its value as text; `unknown` for one that is not known. */
export interface ExampleFact {
  readonly fact: string;
  readonly value: string;
}

/** An example that is open for changes. */
export interface ExampleDraft {
  readonly title: string;
  readonly expect: RuleTest['expect'] | '';
  readonly facts: readonly ExampleFact[];
}

export const PROMPT_LISTS = [
  'actions',
  'questions',
  'routes',
  'services',
] as const satisfies readonly (keyof Outcome)[];
export type PromptList = (typeof PROMPT_LISTS)[number];

export const TEXT_FIELDS = ['title', 'titleCy', 'because', 'becauseCy', 'owner', 'source', 'law'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Day, month and year as typed. */
export type DayDraft = readonly [day: string, month: string, year: string];

/** A rule as it stands in the form. */
export interface RuleDraft {
  readonly texts: Readonly<Record<TextField, string>>;
  readonly from: DayDraft;
  readonly until: DayDraft;
  readonly areas: readonly string[];
  readonly when: GroupDraft;
  readonly level: Level | '';
  readonly urgency: Urgency | '';
  readonly redLine: boolean;
  readonly prompts: Readonly<Record<PromptList, readonly string[]>>;
  /** Which examples of the stored rule stay as they are, by their place. */
  readonly kept: readonly number[];
  readonly examples: readonly ExampleDraft[];
}

/** The rule that is edited, as it is stored; null for a new one. */
export type StoredRule = Rule | null;
