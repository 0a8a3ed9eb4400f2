/** Ids are branded so that one kind cannot be passed for another, and so that job payloads provably hold ids only. */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type AuthorityId = Id<'AuthorityId'>;
export type AgencyId = Id<'AgencyId'>;
export type ReferralId = Id<'ReferralId'>;
export type CaseId = Id<'CaseId'>;
export type TriageRunId = Id<'TriageRunId'>;
export type DecisionId = Id<'DecisionId'>;
export type OutboxMessageId = Id<'OutboxMessageId'>;

export function asId<T extends string>(value: string): T {
  return value as T;
}
