/** What a fact can hold once it is known. */
export type FactValue = boolean | number | string;

/** Why a fact is not known. Unknown is a value of its own: it never counts as false (rules.md, semantics 1). */
export type UnknownReason = 'not_reported' | 'not_asked' | 'not_known' | 'not_usable';

export type Fact =
  { readonly known: true; readonly value: FactValue } | { readonly known: false; readonly reason: UnknownReason };

/** Facts of one child's case, by fact id (`child.ageDays`, `indicator.B16`), as at one moment. */
export type Facts = Readonly<Record<string, Fact>>;

export function known(value: FactValue): Fact {
  return { known: true, value };
}

export function unknown(reason: UnknownReason): Fact {
  return { known: false, reason };
}
