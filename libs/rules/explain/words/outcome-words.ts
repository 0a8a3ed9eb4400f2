import { type Language, type Level, LEVELS, type Pathway, PATHWAYS, URGENCIES, type Urgency } from '#domain';
import { tellerIn } from './teller.ts';

/** What levels of need, pathways and urgencies are called, by their codes. */
export interface OutcomeWords {
  readonly levels: Readonly<Record<Level, string>>;
  readonly pathways: Readonly<Record<Pathway, string>>;
  readonly urgencies: Readonly<Record<Urgency, string>>;
}

function named<C extends string>(codes: readonly C[], nameOf: (code: C) => string): Readonly<Record<C, string>> {
  return Object.fromEntries(codes.map((code) => [code, nameOf(code)])) as Record<C, string>;
}

/** The engine's own plain names, in the words of explanations; a nation pack may call its levels otherwise. */
export function outcomeWords(language: Language): OutcomeWords {
  const { say } = tellerIn(language);
  return {
    levels: named(LEVELS, (level) => say(`level.${level}`)),
    pathways: named(PATHWAYS, (pathway) => say(`pathway.${pathway}`)),
    urgencies: named(URGENCIES, (urgency) => say(`urgency.${urgency}`)),
  };
}
