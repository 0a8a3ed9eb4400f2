import type { LoadResult } from '../support/load/load-plan.ts';
import type { LoadRig } from '../support/service/load-rig.ts';
import { timesToProposal, untilProposed } from '../support/service/pipeline.ts';
import { say, type Sample } from '../support/suite/in-turns.ts';

const PATIENCE_MS = 180_000;
const RED_SHARE = 0.05;
let seeds = 500;

export const P50 = 'accepted p50';
export const P99 = 'accepted p99';
export const ACCEPTED = 'accepted a second';
export const REFUSED = 'refused';
export const REFUSED_P99 = 'refused p99';
export const UNCLEAR = 'neither accepted nor a 503 that says when to come back';
export const RED = 'red cases: arrival to proposal, worst';
export const MEMORY = 'resident memory of the API';

/** Arrivals at a pace, one in twenty of them red, until all that was accepted is proposed. */
export function paceRound(rig: LoadRig, perSecond: number, seconds: number): () => Promise<Sample> {
  return async () => {
    const { service, client, pipeline } = rig;
    seeds += 1;
    const since = new Date();
    const { url, tokens } = pipeline;
    const plan = { url, tokens, shape: { perSecond }, seconds, seed: seeds, redShare: RED_SHARE };
    const result = await client.send(plan);
    const memory = service.api.residentMegabytes();
    say(`Answers: ${JSON.stringify(result.statuses)}`);
    const left = await untilProposed(pipeline, PATIENCE_MS);
    if (left > 0) say(`${String(left)} still wait for their proposal.`);
    const { worst } = await timesToProposal({ ...pipeline, timesSql: ofLane(pipeline.timesSql) }, since);
    return {
      [ACCEPTED]: result.accepted / result.seconds,
      [P50]: result.ofAccepted.p50,
      [P99]: result.ofAccepted.p99,
      [REFUSED]: 1 - result.accepted / result.sent,
      [REFUSED_P99]: result.ofRefused.p99,
      [UNCLEAR]: unclear(result),
      [RED]: worst,
      [MEMORY]: memory,
    };
  };
}

function unclear({ statuses, withRetryAfter }: LoadResult): number {
  const refused = Object.entries(statuses).filter(([status]) => status !== '201');
  const others = refused.filter(([status]) => status !== '503').reduce((sum, [, count]) => sum + count, 0);
  return others + Math.max(0, (statuses['503'] ?? 0) - withRetryAfter);
}

function ofLane(timesSql: string): string {
  return timesSql.replace(
    'WHERE',
    `JOIN outbox_message o ON o.case_id = c.id AND o.topic = 'triage.requested' AND o.lane = 'urgent' WHERE`,
  );
}
