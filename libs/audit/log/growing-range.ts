import { type Hash, nodeHash } from './hashes.ts';
import { foldRight, type Range, subtreesOf } from './ranges.ts';

/**
 * Leaves that stand in a row somewhere in a tree, hashed as they come. With the hashes of what stands left and right of
 * them, which make up a range proof, they give the root of the whole.
 */
export class GrowingRange {
  private readonly parts: { level: number; hash: Hash }[];

  /** @throws RangeError when `left` is not one hash for each full subtree before `start`. */
  constructor(
    private readonly start: number,
    left: readonly Hash[],
  ) {
    this.parts = withLevels({ start: 0, end: start }, left);
    this.size = start;
  }

  /** Position after the last leaf. */
  size: number;

  append(leaf: Hash): void {
    this.size += 1;
    this.push({ level: 0, hash: leaf });
  }

  /** The root of a tree of `size` leaves, `right` being one hash for each full subtree after the range. */
  rootOf(size: number, right: readonly Hash[]): Hash {
    const parts = [...this.parts];
    for (const part of withLevels({ start: this.size, end: size }, right)) pushTo(parts, part);
    return foldRight(parts.map((part) => part.hash));
  }

  /** The root as the range stands, when nothing follows. */
  root(): Hash {
    return this.rootOf(this.size, []);
  }

  get count(): number {
    return this.size - this.start;
  }

  private push(part: Part): void {
    pushTo(this.parts, part);
  }
}

/** Which hashes prove that leaves stand in a row at this place in a tree of `size`. */
export function rangeProofSubtrees({ start, end }: Range, size: number) {
  return { left: subtreesOf({ start: 0, end: start }), right: subtreesOf({ start: end, end: size }) };
}

type Part = { level: number; hash: Hash };

function withLevels(range: Range, hashes: readonly Hash[]): Part[] {
  const subtrees = subtreesOf(range);
  if (subtrees.length !== hashes.length) throw new RangeError('A range proof has one hash for each full subtree.');
  return subtrees.map(({ level }, at) => ({ level, hash: hashes[at] as Hash }));
}

function pushTo(parts: Part[], part: Part): void {
  let joined = part;
  for (let last = parts.at(-1); last?.level === joined.level; last = parts.at(-1)) {
    parts.pop();
    joined = { level: joined.level + 1, hash: nodeHash(last.hash, joined.hash) };
  }
  parts.push(joined);
}
