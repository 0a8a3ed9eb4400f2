import type { PeopleDatabase } from './people-database.ts';
import { AUTHORITY, type StoredReferral } from './fill.ts';

export interface Timing {
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** `FindCandidates` for one referral after the other, each in its own transaction, as the worker runs it. */
export async function timeReferrals(bench: PeopleDatabase, referrals: readonly StoredReferral[]): Promise<Timing> {
  const times: number[] = [];
  for (const { id } of referrals) {
    const start = performance.now();
    await bench.database.inTransaction({ authorityId: AUTHORITY }, (tx) => bench.find.execute(tx, AUTHORITY, [id]));
    times.push(performance.now() - start);
  }
  return timingOf(times);
}

/** Transactions of one statement, as many. */
export async function timeEmpty(bench: PeopleDatabase, count: number): Promise<Timing> {
  const times: number[] = [];
  for (let done = 0; done < count; done += 1) {
    const start = performance.now();
    await bench.database.inTransaction({ authorityId: AUTHORITY }, () => Promise.resolve());
    times.push(performance.now() - start);
  }
  return timingOf(times);
}

export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}
