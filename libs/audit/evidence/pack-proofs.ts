import { DomainError } from '#domain';
import type { Tx } from '#platform';
import { rangeHashes, subtreeHashes } from '../log/proof-source.ts';
import { consistencyRanges, inclusionRanges } from '../log/proofs.ts';
import { hashOfRange, subtreesOf } from '../log/ranges.ts';
import type { Hash } from '../log/hashes.ts';
import type { TreeHead } from '../sealing/tree-head.ts';
import type { LoggedEvent } from '../store/entry.query.ts';

/** A proof for each event under a head, with one query for all of them. */
export async function inclusionProofs(
  tx: Tx,
  { authorityId, size }: TreeHead,
  events: readonly LoggedEvent[],
): Promise<Hash[][]> {
  const paths = events.map(({ position }) => inclusionRanges(position, size));
  const hashes = await subtreeHashes(tx, authorityId, paths.flat().flatMap(subtreesOf));
  return paths.map((ranges) => ranges.map((range) => hashOfRange(range, hashes)));
}

/** @throws DomainError `validation_failed` for a size that the log did not go through. */
export async function consistencySince(
  tx: Tx,
  { authorityId, size }: TreeHead,
  since: number,
): Promise<{ size: number; proof: Hash[] }> {
  if (since < 1 || since > size) throw new DomainError('validation_failed', 'The log never had a head of that size.');
  return { size: since, proof: await rangeHashes(tx, authorityId, consistencyRanges(since, size)) };
}
