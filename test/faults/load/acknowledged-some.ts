import type { FaultRig } from '../fault-rig.ts';
import { pause } from '../pause.ts';

/** Waits until senders hold so many more receipts: what follows has something to be tested with. */
export async function acknowledgedSome({ client }: FaultRig, more: number): Promise<void> {
  const wanted = client.acknowledged.length + more;
  while (client.acknowledged.length < wanted) await pause(50);
}
