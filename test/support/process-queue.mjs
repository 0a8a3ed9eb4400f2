/**
 * A process that uses the built queue library and nothing else. `hold`: takes an urgent job and never finishes it.
 * `close`: wakes and works both lanes, then closes at the word on its standard input and has to end by itself.
 */
import { JobQueues, JobWorkers, queueBackendOf } from '#jobs';

const { ENGINE_DATABASE_URL, QUEUE_URL } = process.env;
const log = { info: () => undefined, fault: () => undefined };
const backend = queueBackendOf({ ENGINE_DATABASE_URL, QUEUE_URL });
const workers = new JobWorkers(backend, log);

if (process.argv[2] === 'hold') {
  workers.start({
    'triage.drain': () => {
      process.stdout.write('holding\n');
      return new Promise(() => undefined);
    },
    'rule_sets.drain': async () => undefined,
    'housekeeping.drain': async () => undefined,
  });
} else {
  const queues = new JobQueues(backend, log);
  workers.start({
    'triage.drain': async () => undefined,
    'rule_sets.drain': async () => undefined,
    'housekeeping.drain': async () => undefined,
  });
  await queues.wake('urgent');
  await queues.wake('standard');
  process.stdout.write('ready\n');
  process.stdin.once('data', async () => {
    process.stdin.destroy();
    await Promise.all([queues.onApplicationShutdown(), workers.onApplicationShutdown()]);
    process.stdout.write('closed\n');
  });
}
