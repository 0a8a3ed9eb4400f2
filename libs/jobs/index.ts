export { isLane, type JobHandlers, type JobMap, type JobName, type Workload, WORKLOADS } from './job-map.ts';
export { JobQueues, QUEUE_BACKEND } from './job-queues.ts';
export { JobWorkers } from './job-workers.ts';
export { prepareQueueSchema } from './prepare-queue-schema.ts';
export { type QueueBackend, queueBackendOf } from './queue-backend.ts';
export { queueTelemetry } from './queue-telemetry.ts';
export { steadyFaultLog } from './steady-log.ts';
