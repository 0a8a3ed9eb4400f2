import type { CodeKind } from '#rules';

/** Every fixed sentence of the document. The names of months run from January. */
export interface Sentences {
  readonly title: (authority: string) => string;
  readonly skipLink: string;
  readonly emergency: string;
  readonly contents: string;
  readonly englishOnly: string;
  readonly months: readonly string[];
  readonly about: {
    readonly ruleSet: string;
    readonly version: string;
    readonly hash: string;
    readonly inForceFrom: string;
    readonly notInForce: string;
    readonly areas: string;
    readonly allAreas: string;
  };
  readonly howToRead: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly levels: { readonly title: string; readonly pathway: string };
  readonly rules: {
    readonly title: string;
    readonly noLevel: string;
    readonly none: string;
    readonly redLine: string;
    readonly why: string;
    readonly law: string;
    readonly when: string;
    readonly then: string;
    readonly level: string;
    readonly urgency: string;
    readonly only: string;
    readonly from: string;
    readonly until: string;
    readonly codes: Readonly<Record<CodeKind, string>>;
  };
  readonly conditions: {
    readonly all: string;
    readonly any: string;
    readonly atLeast: (count: number) => string;
    readonly notThis: string;
    readonly not: (words: string) => string;
    readonly known: (label: string) => string;
    readonly notKnown: (label: string) => string;
    readonly or: string;
    readonly between: (low: number, high: number) => string;
    readonly orMore: (low: number) => string;
    readonly orLess: (high: number) => string;
  };
  readonly urgencies: { readonly title: string; readonly intro: string };
  readonly questions: { readonly title: string; readonly intro: string; readonly none: string };
  readonly never: { readonly title: string; readonly items: readonly string[] };
}
