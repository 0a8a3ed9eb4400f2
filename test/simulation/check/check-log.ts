import { entryText } from '../../../libs/audit/entry/entry-text.ts';
import { GrowingTree } from '../../../libs/audit/log/growing-tree.ts';
import { leafHash } from '../../../libs/audit/log/hashes.ts';
import { ChainCheck } from '../../../libs/audit/verify/chain-check.ts';
import { LogFault } from '../../../libs/audit/verify/log-fault.ts';
import type { Evidence } from './evidence.ts';

/** Every event is in the log once and hashes to its leaf, every head is the root over its leaves, no chain has a gap or fork. */
export function checkLog({ events, leaves, heads }: Evidence): string[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const inOrder = [...leaves].sort((one, other) => one.position - other.position);
  const roots = new Map(heads.map(({ size, root }) => [size, root]));
  const [tree, chains, found] = [new GrowingTree(0, []), new ChainCheck(), [] as string[]];
  for (const [at, { position, eventId }] of inOrder.entries()) {
    const event = byId.get(eventId);
    if (event === undefined || position !== at) return [...found, `position ${at} of the log is not as it was sealed`];
    byId.delete(eventId);
    if (!leafHash(entryText(event)).equals(event.leafHash)) found.push(`${eventId} does not hash to its leaf`);
    tree.append(event.leafHash);
    if (roots.get(tree.size)?.equals(tree.root()) === false) found.push(`the head of ${tree.size} is another root`);
    found.push(...faultsOfChain(chains, { ...event, position, xid: '0', sequence: '0' }));
  }
  if (tree.size > 0 && !roots.has(tree.size)) found.push('the log has no head');
  return [
    ...found,
    ...[...byId.keys()].map((id) => `${id} is not in the log`),
    ...chains.waiting.map(({ id }) => `${id} follows something that is not there`),
  ];
}

function faultsOfChain(chains: ChainCheck, event: Parameters<ChainCheck['add']>[0]): string[] {
  try {
    chains.add(event);
    return [];
  } catch (error: unknown) {
    if (error instanceof LogFault) return [error.message];
    throw error;
  }
}
