/**
 * A process that uses the built queue library and nothing else. `hold`: takes an urgent job and never finishes it.
 * `close`: wakes and works both lanes. At the word on its standard input either closes, and has to end by itself.
 */
import { JobQueues, JobWorkers, queueBackendOf } from '#jobs';

const { ENGINE_DATABASE_URL, QUEUE_URL } = process.env;
const log = { info: () => undefined, fault: () => undefined };
const backend = queueBackendOf({ ENGINE_DATABASE_URL, QUEUE_URL });
const queues = new JobQueues(backend, log);
const workers = new JobWorkers(backend, log);
const isHolding = process.argv[2] === 'hold';

const hold = () => {
  process.stdout.write('holding\n');
  return new Promise(() => undefined);
};
workers.start({
  'triage.drain': isHolding ? hold : async () => undefined,
  'rule_sets.drain': async () => undefined,
  'housekeeping.drain': async () => undefined,
});
if (!isHolding) {
  await queues.wake('urgent');
  await queues.wake('standard');
  process.stdout.write('ready\n');
}
process.stdin.once('data', async () => {
  process.stdin.destroy();
  await Promise.all([queues.onApplicationShutdown(), workers.onApplicationShutdown()]);
  process.stdout.write('closed\n');
});
