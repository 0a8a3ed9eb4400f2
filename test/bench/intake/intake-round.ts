import type { Ceiling } from '../support/ceiling/ceiling.ts';
import type { LoadClient } from '../support/load/load-client.ts';
import type { LoadPlan } from '../support/load/load-plan.ts';
import { type Pipeline, timesToProposal, untilProposed } from '../support/service/pipeline.ts';
import { say, type Sample } from '../support/suite/in-turns.ts';

/** How long a round waits for the last proposal; what still waits then is left behind, and said. */
const PATIENCE_MS = 120_000;
let seeds = 100;

/** What a round is measured by; the names stand in the report. */
export const STORED = 'stored a second';
export const P50 = 'submission p50';
export const P99 = 'submission p99';
export const PROPOSED = 'proposed a second';
export const TIME_P50 = 'arrival to proposal p50';
export const TIME_P99 = 'arrival to proposal p99';

/** Sends for so long, waits until all is proposed, and says what came of it. Nobody in the referrals comes twice. */
export function pipelineRound(
  client: LoadClient,
  pipeline: Pipeline,
  load: Pick<LoadPlan, 'shape' | 'seconds'>,
): () => Promise<Sample> {
  return async () => {
    seeds += 1;
    const since = new Date();
    const result = await client.send({ ...load, url: pipeline.url, tokens: pipeline.tokens, seed: seeds });
    if (result.accepted < result.sent) say(`Not all were accepted: ${JSON.stringify(result.statuses)}`);
    const left = await untilProposed(pipeline, PATIENCE_MS);
    if (left > 0) say(`${String(left)} still wait for their proposal after ${String(PATIENCE_MS / 1_000)} s.`);
    const seconds = (Date.now() - since.getTime()) / 1_000;
    const { proposed, p50, p99 } = await timesToProposal(pipeline, since);
    return {
      [STORED]: result.accepted / result.seconds,
      [P50]: result.ofAccepted.p50,
      [P99]: result.ofAccepted.p99,
      [PROPOSED]: proposed / seconds,
      [TIME_P50]: p50,
      [TIME_P99]: p99,
    };
  };
}

/** The limit: rows of the same size by `pg` alone, so many in one commit. */
export function ceilingRound(
  ceiling: Ceiling,
  plan: { readonly connections: number; readonly rows: number; readonly seconds: number },
): () => Promise<Sample> {
  return async () => {
    const { perSecond, p50, p99 } = await ceiling.write(plan);
    return { [STORED]: perSecond, [PROPOSED]: perSecond, [P50]: p50, [P99]: p99 };
  };
}
