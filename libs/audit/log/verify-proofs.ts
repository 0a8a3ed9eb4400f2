import { type Hash, nodeHash } from './hashes.ts';

export interface InclusionClaim {
  readonly position: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
}

/** The root that an inclusion proof leads to (RFC 9162, 2.1.3.2); `null` for a proof of the wrong length. */
export function rootOfInclusion({ position, size, leaf, proof }: InclusionClaim): Hash | null {
  let hash = leaf;
  const isWhole = climb(position, size, proof, (step, isLeft) => {
    hash = isLeft ? nodeHash(step, hash) : nodeHash(hash, step);
  });
  return isWhole ? hash : null;
}

export interface ConsistencyClaim {
  readonly older: number;
  readonly olderRoot: Hash;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Whether the older tree is the beginning of the newer (RFC 9162, 2.1.4.2). */
export function isConsistent({ older, olderRoot, size, root, proof }: ConsistencyClaim): boolean {
  if (older === size) return proof.length === 0 && olderRoot.equals(root);
  if (older < 1 || older > size) return false;
  const [first, ...steps] = isPowerOfTwo(older) ? [olderRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [at, last] = [older - 1, size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [before, after] = [first, first];
  const isWhole = climb(at, last + 1, steps, (step, isLeft) => {
    if (isLeft) before = nodeHash(step, before);
    after = isLeft ? nodeHash(step, after) : nodeHash(after, step);
  });
  return isWhole && before.equals(olderRoot) && after.equals(root);
}

/** Goes up a tree along a proof, telling on which side each step stands; `false` for a proof of the wrong length. */
function climb(
  position: number,
  size: number,
  proof: readonly Hash[],
  join: (step: Hash, isLeft: boolean) => void,
): boolean {
  if (position >= size) return false;
  let [at, last] = [position, size - 1];
  for (const step of proof) {
    if (last === 0) return false;
    const isLeft = at % 2 === 1 || at === last;
    join(step, isLeft);
    while (isLeft && at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    [at, last] = [half(at), half(last)];
  }
  return last === 0;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
