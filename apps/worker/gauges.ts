import type { INestApplicationContext } from '@nestjs/common';
import { Database, type Environment, type Reading, readingsOf } from '#platform';
import { WorkFigures } from './work-figures.ts';

/** What a worker tells Prometheus; `beside` are the other parts of its process, where it is not alone in it. */
export async function workerGauges(
  environment: Environment,
  worker: INestApplicationContext,
  beside: readonly INestApplicationContext[] = [],
): Promise<Reading[]> {
  const databases = [worker, ...beside].map((part) => part.get(Database));
  return [...readingsOf(databases, environment), ...(await worker.get(WorkFigures).read())];
}
