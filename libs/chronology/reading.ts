import type { AuthorityId } from '#domain';
import type { StoredReferral } from '#intake';
import type { Tx } from '#platform';
import type { RecordKey } from '#vault';
import type { ChronologyStores } from './chronology-stores.ts';
import type { ChronologyCase, SourceEntry } from './entry.ts';

/** What a chronology is read from: the cases that belong in it, their referrals and the keys that open them. */
export interface Reading {
  readonly tx: Tx;
  readonly authorityId: AuthorityId;
  readonly cases: readonly ChronologyCase[];
  readonly referrals: readonly StoredReferral[];
  /** `null` for what was stored in clear. */
  readonly keyOf: (referralId: string) => RecordKey | null;
  readonly stores: ChronologyStores;
}

/** One kind of thing that a chronology holds; asks the database at most twice, however many cases there are. */
export type ChronologySource = (reading: Reading) => Promise<readonly SourceEntry[]> | readonly SourceEntry[];
