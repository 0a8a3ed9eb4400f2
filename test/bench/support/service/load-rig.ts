import { startRedis } from '../../../support/redis-process.ts';
import { LoadClient } from '../load/load-client.ts';
import { type BenchCluster, startBenchCluster } from './bench-cluster.ts';
import { type BenchService, type ServiceOptions, startBenchService } from './bench-service.ts';
import { COMMIT_TIMES, ourPipeline, type Pipeline } from './pipeline.ts';

/** Partner agencies of the demonstration that send in benches. */
export const AGENCIES = ['larkbridge-primary', 'larkshire-police', 'larkshire-health-visiting'] as const;

/** The service on a PostgreSQL of its own, and senders. */
export interface LoadRig {
  readonly cluster: BenchCluster;
  readonly service: BenchService;
  readonly pipeline: Pipeline;
  readonly client: LoadClient;
  stop(): Promise<void>;
}

export interface RigOptions extends Omit<ServiceOptions, 'database' | 'queueUrl'> {
  /** Where the queue stands; in PostgreSQL when left out. */
  readonly backend?: 'PostgreSQL' | 'Redis';
}

export async function startLoadRig({ backend = 'PostgreSQL', ...options }: RigOptions = {}): Promise<LoadRig> {
  const cluster = await startBenchCluster([COMMIT_TIMES]);
  const redis = backend === 'Redis' ? await startRedis() : null;
  const queue = redis === null ? {} : { queueUrl: redis.url };
  const service = await startBenchService({ ...options, ...queue, database: await cluster.database('ours') });
  const tokens = await Promise.all(AGENCIES.map((agency) => service.issuer.agencyToken(agency)));
  const client = await LoadClient.start();
  return {
    cluster,
    service,
    pipeline: ourPipeline(service, tokens),
    client,
    stop: async () => {
      await client.stop();
      await service.stop();
      await redis?.stop();
      await cluster.stop();
    },
  };
}
