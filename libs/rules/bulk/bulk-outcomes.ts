/** What the rules come to for each case, one byte a case: ranks as `levelRank` and `urgencyRank` give them. */
export interface BulkOutcomes {
  readonly definiteLevel: Uint8Array;
  readonly definiteUrgency: Uint8Array;
  readonly possibleLevel: Uint8Array;
  readonly possibleUrgency: Uint8Array;
  /** 1 where a red line definitely holds. */
  readonly redLine: Uint8Array;
}
