import { type Fact, type Facts, type FactValue, known, unknown } from '#domain';
import { fits } from '../fact-type.ts';
import type { CatalogueEntry } from '../rule-set.ts';

/** Not known, and taken as it stands. */
export const UNANSWERED: unique symbol = Symbol('unanswered');
/** Not known yet, but it will be: the search for open facts supposes an answer. */
export const TO_BE_ANSWERED: unique symbol = Symbol('to be answered');
/** Not known, and left open whether it will be. */
export const MAY_BE_ANSWERED: unique symbol = Symbol('may be answered');

export type Slot = FactValue | typeof UNANSWERED | typeof TO_BE_ANSWERED | typeof MAY_BE_ANSWERED;

/** The facts of a case by the index of their catalogue entry: what conditions read. */
export type FactTable = readonly Slot[];

/** A catalogue entry with what it stands for when no report is made. */
export interface CompiledFact {
  readonly entry: CatalogueEntry;
  readonly whenMissing: Fact;
}

const NOT_USABLE = unknown('not_usable');

export function compileFact(entry: CatalogueEntry): CompiledFact {
  return { entry, whenMissing: entry.missing === 'unknown' ? unknown('not_reported') : known(entry.missing.absent) };
}

function isFact(given: unknown): given is Fact {
  if (typeof given !== 'object' || given === null || !('known' in given)) return false;
  return given.known === true ? 'value' in given : given.known === false && 'reason' in given;
}

/**
 * The value a rule reads (rules.md, semantics 1). A fact not given means what the catalogue says; a value of the
 * wrong type or out of range is unknown and never false, because a fault of transport must not hide a worry.
 */
export function readFact(fact: CompiledFact, facts: Facts): Fact {
  if (!Object.hasOwn(facts, fact.entry.id)) return fact.whenMissing;
  const given: unknown = facts[fact.entry.id];
  if (!isFact(given)) return NOT_USABLE;
  return !given.known || fits(fact.entry.type, given.value) ? given : NOT_USABLE;
}

/** What the table holds of a fact that is given: as `readFact` reads it, without telling why it is not known. */
export function slotOfGiven({ entry }: CompiledFact, given: unknown): Slot {
  if (typeof given !== 'object' || given === null) return UNANSWERED;
  const { known: isKnown, value }: { readonly known?: unknown; readonly value?: unknown } = given;
  return isKnown === true && fits(entry.type, value) ? value : UNANSWERED;
}

/** What the table holds of a fact that is not given. */
export function slotWhenMissing({ whenMissing }: CompiledFact): Slot {
  return whenMissing.known ? whenMissing.value : UNANSWERED;
}

export function readFacts(compiled: readonly CompiledFact[], facts: Facts): FactTable {
  return compiled.map((fact) =>
    Object.hasOwn(facts, fact.entry.id) ? slotOfGiven(fact, facts[fact.entry.id]) : slotWhenMissing(fact),
  );
}
