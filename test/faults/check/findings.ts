import type { Acknowledged } from '../load/retrying-client.ts';
import type { Decided } from '../load/deciders.ts';

/** What people and systems outside hold in hands, and what was done to them on purpose. */
export interface Receipts {
  readonly referrals: readonly Acknowledged[];
  readonly decisions: readonly Decided[];
  /** Ids of what a partner's system was told until now, since the rig stands. */
  readonly told: () => readonly string[];
}

/** What must be, each with the name under which a breach of it is reported. */
const INVARIANTS = {
  lost: 'acknowledged and not there',
  doubled: 'there more often than once',
  broken: 'there, but not whole: document, cases or clocks',
  notProposed: 'neither proposed nor in a person’s hands',
  misplaced: 'not in exactly one place of the queue',
  misruled: 'a run twice for one input, or under rules that are not kept',
  misdecided: 'a decision without a person, or a person’s decision that is not there',
  misclocked: 'a clock that came due and was not escalated, or was twice',
  misaudited: 'the audit log is not whole',
  misled: 'something sent to the outside without its row',
} as const;
export type Invariant = keyof typeof INVARIANTS;

export interface Findings {
  readonly acknowledged: number;
  readonly decided: number;
  /** What was found against each invariant, in words. */
  readonly against: Readonly<Record<Invariant, readonly string[]>>;
}

/** Found by one part of the checker. */
export interface Finding {
  readonly against: Invariant;
  readonly what: string;
}

export function findingsOf(receipts: Receipts, found: readonly Finding[]): Findings {
  const of = (invariant: Invariant): readonly string[] =>
    found.filter(({ against }) => against === invariant).map(({ what }) => what);
  const names = Object.keys(INVARIANTS) as Invariant[];
  const against = Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Invariant, readonly string[]>;
  return { acknowledged: receipts.referrals.length, decided: receipts.decisions.length, against };
}

/** Found against anything but `lost` and `doubled`: nothing failed, nobody was told, and yet it is wrong. */
export function silentOf({ against }: Findings): readonly string[] {
  const { lost: _lost, doubled: _doubled, ...silent } = against;
  return Object.entries(silent).flatMap(([name, all]) => all.map((what) => `${name}: ${what}`));
}
