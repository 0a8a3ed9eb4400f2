declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type DisposalId = Id<'DisposalId'>;
export type LegalHoldId = Id<'LegalHoldId'>;
