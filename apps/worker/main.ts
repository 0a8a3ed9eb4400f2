import { endWhenStalled, environmentOfProcess, EventLog, serveMetrics, startTracing } from '#platform';
import { startWorker } from './create-worker.ts';
import { workerGauges } from './gauges.ts';

const environment = environmentOfProcess();
await startTracing(environment, 'front-door-worker');
const worker = await startWorker(environment);
worker.enableShutdownHooks();
endWhenStalled(environment);
await serveMetrics(environment, () => workerGauges(environment, worker));
new EventLog().info('worker.started');
