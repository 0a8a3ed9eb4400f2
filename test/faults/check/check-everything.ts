import { pause } from '../pause.ts';
import type { World } from '../world.ts';
import { checkAudit } from './check-audit.ts';
import { checkCases } from './check-cases.ts';
import { checkClocks } from './check-clocks.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkReferrals } from './check-referrals.ts';
import { checkSideEffects } from './check-side-effects.ts';
import { type Findings, findingsOf, type Receipts } from './findings.ts';

/** Workers keep house every second; a clock that came due less than this ago may still wait for its turn. */
const HOUSEKEEPING_MS = 5_000;
const PATIENCE_MS = 60_000;

/**
 * Reads what senders and social workers hold in hands, and the database, and nothing else: no memory of a process of the
 * service has a say. What is only not yet done by housekeeping is looked at again before it counts.
 */
export async function checkEverything(
  world: World,
  build: string,
  receipts: Receipts,
  patienceMs = PATIENCE_MS,
): Promise<Findings> {
  const { database } = world;
  const dueBefore = new Date(Date.now() - HOUSEKEEPING_MS);
  const until = performance.now() + patienceMs;
  let clocks = await checkClocks(database, dueBefore);
  while (clocks.length > 0 && performance.now() < until) {
    await pause(250);
    clocks = await checkClocks(database, dueBefore);
  }
  const found = [
    await checkReferrals(database, receipts.referrals),
    await checkCases(database),
    await checkDecisions(database, receipts.decisions),
    clocks,
    await checkSideEffects(database, receipts.told),
    await checkAudit(world, build),
  ];
  return findingsOf(receipts, found.flat());
}
