import type { Stage } from '../scenario.ts';
import { RetryingClient } from './retrying-client.ts';

/** Not the agency whose system is told of each: that would be most of the work. */
const AGENCY = 'larkshire-police';
const SENDERS = 48;

/** As much as the API takes, of one child each, while `work` is under way; their receipts are checked like all others. */
export async function withManySenders(
  { rig, wrong }: Stage,
  work: (client: RetryingClient) => Promise<void>,
): Promise<void> {
  const client = new RetryingClient(rig.url, await rig.agencyToken(AGENCY), 1);
  client.start(SENDERS, 0);
  await work(client).finally(() => client.stop());
  for (const receipt of client.acknowledged) rig.client.acknowledged.push(receipt);
  rig.client.retries += client.retries;
  for (const refused of client.refused) wrong(`refused: ${refused}`);
}
