import type { Fact, Facts, ReferralDocument } from '#domain';
import type { CaseHistory } from './case-history.ts';

/** Everything the facts of one child's case are built from, as at one date. */
export interface Moment {
  readonly referral: ReferralDocument;
  /** Which child of the referral, counted from 0: refs are the sender's and may repeat. */
  readonly childIndex: number;
  readonly history: CaseHistory;
  /** Local date of receipt, ISO. Ages and windows are counted to it. */
  readonly onDate: string;
  /** Plain phrases that call for a person's look when they stand in the free text; they can only raise. */
  readonly phrases: readonly string[];
}

/** Facts under construction: a fact left out takes the catalogue's meaning of missing. */
export type PartialFacts = Readonly<Record<string, Fact | undefined>>;

export function withoutGaps(facts: PartialFacts): Facts {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Fact] => entry[1] !== undefined));
}
