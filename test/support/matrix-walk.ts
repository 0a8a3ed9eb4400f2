import type { Role } from '#domain';
import type { Expected } from './matrix-expected.ts';
import type { CaseKind, ReferralKind } from './matrix-records.ts';

export type Verdict = 'allowed' | 'refused' | 'hidden';

/** What came of the walk: how many combinations, and each that was not as expected. */
export class Walk {
  combinations = 0;
  private readonly differences: string[] = [];
  private shown = 0;

  /** Those that were found since this was last asked. */
  newDifferences(): string[] {
    const fresh = this.differences.slice(this.shown);
    this.shown = this.differences.length;
    return fresh;
  }

  get differing(): number {
    return this.differences.length;
  }

  note(what: string, expected: Verdict, status: number): void {
    this.combinations += 1;
    const found = verdictOf(status);
    if (found !== expected) this.differences.push(`${what}: ${expected} expected, ${String(status)} found`);
  }
}

/** What a person is let do may still fail for reasons of its own, which say that they were let. */
function verdictOf(status: number): Verdict | 'neither' {
  if (status === 403) return 'refused';
  if (status === 404) return 'hidden';
  const isDone = status >= 200 && status < 300;
  return isDone || [409, 412, 415, 422, 428].includes(status) ? 'allowed' : 'neither';
}

/** A referral has no queue, holder or state: whoever is tied to cases only is not tied to it. */
export function expectedOfReferral(expected: Expected, role: Role, record: ReferralKind): Verdict {
  return expectedOfCase(expected, role, {
    ...record,
    queue: 'theirs',
    holder: 'nobody',
    state: 'screening',
    decidedBy: 'another',
  });
}

export function expectedOfCase(expected: Expected, role: Role, record: CaseKind): Verdict {
  if (expected === 'never') return 'refused';
  if (expected === 'agency') return record.place === 'own_agency' ? 'allowed' : 'hidden';
  if (!isSeen(role, record)) return 'hidden';
  return isRefused(expected, record) ? 'refused' : 'allowed';
}

function isRefused(expected: Expected, { state, holder, decidedBy }: CaseKind): boolean {
  if (expected === 'handed over, routed') return state !== 'routed';
  if (expected === 'held' || expected === 'handed over, held') return holder !== 'me';
  return expected === 'authority, second' && decidedBy === 'me' && state === 'threshold_decision';
}

function isSeen(role: Role, { place, closing, queue, holder, state }: CaseKind): boolean {
  if (place === 'other_authority' || closing === 'closed') return false;
  if (role !== 'practitioner') return true;
  return (queue === 'mine' || holder === 'me') && ['routed', 'closed'].includes(state);
}

/** A few at a time: one after the other would take minutes, all at once would wait for connections. */
export async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const hands = Array.from({ length: 12 }, async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  });
  await Promise.all(hands);
}
