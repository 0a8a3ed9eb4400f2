/** What of somebody else must not be told. */
export const REDACTION_KINDS = [
  'name',
  'telephone',
  'email',
  'address',
  'date_of_birth',
  'number',
  'place',
  'added',
] as const;
export type RedactionKind = (typeof REDACTION_KINDS)[number];

/** One thing by which somebody else could be recognised, as the record has it. */
export interface Identifier {
  readonly kind: RedactionKind;
  readonly value: string;
}

/** Somebody in the record who is not the child. */
export interface ThirdParty {
  /** From 1; the same person has the same number through the whole document. */
  readonly number: number;
  /** As the record says it: mother, teacher; `null` where it does not. */
  readonly relationship: string | null;
  readonly identifiers: readonly Identifier[];
}
