/** The worker as it is (relay, wake-ups, claims, sweep), but each message is done as soon as it is claimed. */
import { type ClaimedMessage, Outbox } from '#outbox';
import { Database, environmentOfProcess } from '#platform';
import { startWorker } from '../../../apps/worker/create-worker.ts';
import { WorkBatch } from '../../../libs/triage/work-batch.ts';

const worker = await startWorker(environmentOfProcess());
const [database, outbox] = [worker.get(Database, { strict: false }), worker.get(Outbox, { strict: false })];
Object.assign(worker.get(WorkBatch, { strict: false }), {
  execute: async (claimed: readonly ClaimedMessage[]): Promise<ClaimedMessage[]> => {
    await database.acrossAuthorities(async (tx) => {
      await outbox.complete(tx, await outbox.hold(tx, claimed));
    });
    return [];
  },
});
worker.enableShutdownHooks();
console.log('worker.started');
