import 'reflect-metadata';
import { ConsoleLogger, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { isLane, JobWorkers, steadyFaultLog } from '#jobs';
import { WakeRelay } from '#outbox';
import { type Environment, EventLog } from '#platform';
import { RunJobs } from '#rule-sets';
import { DrainLane } from '#triage';
import { Housekeeping } from './housekeeping.ts';
import { SealLoop } from './seal-loop.ts';
import { Sweep } from './sweep.ts';
import { WorkerModule } from './worker.module.ts';

/** Starts the engine: consumers first, then the relay that wakes them, then the sweep behind both; and the sealer. */
export async function startWorker(environment: Environment): Promise<INestApplicationContext> {
  const context = await NestFactory.createApplicationContext(WorkerModule.forProcess(environment), {
    logger: new ConsoleLogger({ json: true, colors: false, logLevels: ['error', 'warn'] }),
    abortOnError: false,
  });
  const drainLane = context.get(DrainLane);
  const runJobs = context.get(RunJobs);
  const housekeeping = context.get(Housekeeping);
  context.get(JobWorkers).start({
    'triage.drain': ({ lane }) => drainLane.execute(lane),
    'rule_sets.drain': () => runJobs.execute(),
    'housekeeping.drain': () => housekeeping.execute(),
  });
  const onFault = steadyFaultLog(context.get(EventLog), 'drain.failed');
  await context.get(WakeRelay).start((workload) => {
    if (isLane(workload)) drainLane.execute(workload).catch(onFault);
  });
  context.get(Sweep).start();
  context.get(SealLoop).start();
  return context;
}
