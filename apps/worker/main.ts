import os from 'node:os';
import { endWhenStalled, environmentOfProcess, EventLog, serveMetrics, startTracing } from '#platform';
import { startWorker } from './create-worker.ts';
import { workerGauges } from './gauges.ts';

/** Of the scale of `nice`. A third of the share of a process that does not give way, and all of what nobody else wants. */
const GIVES_WAY = 5;

// Where both share processors, who waits for a receipt goes first: a proposal's case stands in its queue by then.
os.setPriority(GIVES_WAY);
const environment = environmentOfProcess();
await startTracing(environment, 'front-door-worker');
const worker = await startWorker(environment);
worker.enableShutdownHooks();
endWhenStalled(environment);
await serveMetrics(environment, () => workerGauges(environment, worker));
new EventLog().info('worker.started');
