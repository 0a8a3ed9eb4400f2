import { type NaivePipeline, startNaivePipeline } from '../naive/naive-pipeline.ts';
import { Ceiling } from '../support/ceiling/ceiling.ts';
import { LoadClient } from '../support/load/load-client.ts';
import { startBenchCluster } from '../support/service/bench-cluster.ts';
import { type BenchService, startBenchService } from '../support/service/bench-service.ts';
import { AGENCIES } from '../support/service/load-rig.ts';
import { COMMIT_TIMES, ourPipeline, type Pipeline } from '../support/service/pipeline.ts';
import { startRedis } from '../../support/redis-process.ts';

export interface IntakeRig {
  readonly ours: Pipeline;
  readonly service: BenchService;
  readonly naive: NaivePipeline;
  readonly ceiling: Ceiling;
  readonly client: LoadClient;
  readonly facts: string;
  stop(): Promise<void>;
}

/** One PostgreSQL with three databases, and everything that is compared, in processes of their own. */
export async function startIntakeRig(): Promise<IntakeRig> {
  const cluster = await startBenchCluster([COMMIT_TIMES]);
  const redis = await startRedis();
  const service = await startBenchService({ database: await cluster.database('ours') });
  const tokens = await Promise.all(AGENCIES.map((agency) => service.issuer.agencyToken(agency)));
  const naive = await startNaivePipeline({
    databaseUrl: await cluster.emptyDatabase('naive'),
    redisPort: redis.port,
    issuer: service.issuer,
    tokens,
  });
  const ceiling = await Ceiling.start(await cluster.emptyDatabase('ceiling'));
  const client = await LoadClient.start();
  return {
    ours: ourPipeline(service, tokens),
    service,
    naive,
    ceiling,
    client,
    facts: `${cluster.facts}; limit compressed by ${ceiling.compression}`,
    stop: async () => {
      await Promise.all([client.stop(), ceiling.stop(), naive.stop(), service.stop()]);
      await redis.stop();
      await cluster.stop();
    },
  };
}
