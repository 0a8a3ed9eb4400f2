import { environmentOfProcess, EventLog } from '#platform';
import { startWorker } from './create-worker.ts';

const worker = await startWorker(environmentOfProcess());
worker.enableShutdownHooks();
new EventLog().info('worker.started');
