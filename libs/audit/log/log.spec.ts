import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GrowingRange, rangeProofSubtrees } from './growing-range.ts';
import { GrowingTree, openTiles } from './growing-tree.ts';
import { EMPTY_ROOT, type Hash, leafHash, nodeHash } from './hashes.ts';
import { consistencyRanges, inclusionRanges } from './proofs.ts';
import { hashOfRange, type Range, subtreesOf } from './ranges.ts';
import { addressText, hashesFrom, type Tile, tileOf } from './tiles.ts';
import { isConsistent, rootOfInclusion } from './verify-proofs.ts';

/** Merkle tree of the Certificate Transparency project's own tests (merkle_tree_test): leaves, roots, paths. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
/** Nodes by the leaves they cover, as the published paths name them. */
const NODE = {
  '0-0': '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  '1-1': '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '4-4': 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  '0-1': 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  '2-3': '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '4-5': '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  '6-7': 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  '0-3': 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4-7': '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
} as const;
type NodeName = keyof typeof NODE;

const INCLUSION: readonly (readonly [position: number, size: number, path: readonly NodeName[]])[] = [
  [0, 1, []],
  [0, 8, ['1-1', '2-3', '4-7']],
  [5, 8, ['4-4', '6-7', '0-3']],
  [2, 3, ['0-1']],
  [1, 5, ['0-0', '2-3', '4-4']],
];
const CONSISTENCY: readonly (readonly [older: number, size: number, path: readonly NodeName[]])[] = [
  [1, 1, []],
  [1, 8, ['1-1', '2-3', '4-7']],
  [6, 8, ['4-5', '6-7', '0-3']],
  [2, 5, ['2-3', '4-4']],
];

const leaves = LEAVES.map((hex) => leafHash(Buffer.from(hex, 'hex')));

function tilesOf(hashes: readonly Hash[]): Tile[] {
  const tree = new GrowingTree(0, []);
  for (const hash of hashes) tree.append(hash);
  return tree.takeChanged();
}

function proofOf(ranges: readonly Range[], tiles: readonly Tile[]): Hash[] {
  const hashes = hashesFrom(tiles);
  return ranges.map((range) => hashOfRange(range, hashes));
}

/** The definition itself (RFC 9162, 2.1.1), as slow as it is plain. */
function naiveRoot(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return EMPTY_ROOT;
  if (hashes.length === 1) return hashes[0] as Hash;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(naiveRoot(hashes.slice(0, split)), naiveRoot(hashes.slice(split)));
}

describe('the log agrees with the published tree of Certificate Transparency', () => {
  it('in the root of every size', () => {
    const roots = ROOTS.map((_, size) => {
      const tree = new GrowingTree(0, []);
      for (const leaf of leaves.slice(0, size)) tree.append(leaf);
      return tree.root().toString('hex');
    });
    expect(roots).toEqual(ROOTS);
  });

  it.each(INCLUSION)('in the inclusion proof of leaf %d in a tree of %d', (position, size, path) => {
    const proof = proofOf(inclusionRanges(position, size), tilesOf(leaves.slice(0, size)));
    const root = rootOfInclusion({ position, size, leaf: leaves[position] as Hash, proof });

    expect(proof.map((hash) => hash.toString('hex'))).toEqual(path.map((name) => NODE[name]));
    expect(root?.toString('hex')).toBe(ROOTS[size]);
  });

  it.each(CONSISTENCY)('in the consistency proof of %d with %d', (older, size, path) => {
    const proof = proofOf(consistencyRanges(older, size), tilesOf(leaves));
    const [olderRoot, root] = [ROOTS[older], ROOTS[size]].map((hex) => Buffer.from(hex ?? '', 'hex'));

    expect(proof.map((hash) => hash.toString('hex'))).toEqual(path.map((name) => NODE[name]));
    expect(isConsistent({ older, olderRoot: olderRoot as Hash, size, root: root as Hash, proof })).toBe(true);
  });
});

const sizes = fc.integer({ min: 1, max: 1_200 });
const entries = Array.from({ length: 1_200 }, (_, at) => leafHash(`entry ${at}`));
const rootsBySize = new Map<number, Hash>();

function rootFor(size: number): Hash {
  const root = rootsBySize.get(size) ?? naiveRoot(entries.slice(0, size));
  rootsBySize.set(size, root);
  return root;
}

describe('over trees of many sizes', () => {
  const allTiles = tilesOf(entries);

  it('the root is that of the definition, wherever the tree was put aside and taken up again', () => {
    fc.assert(
      fc.property(sizes, fc.array(sizes, { maxLength: 4 }), (size, stops) => {
        const stored = new Map<string, Tile>();
        let tree = new GrowingTree(0, []);
        for (let at = 0; at < size; at += 1) {
          tree.append(entries[at] as Hash);
          if (!stops.includes(at + 1)) continue;
          for (const tile of tree.takeChanged()) stored.set(addressText(tile), tile);
          const open = openTiles(tree.size).flatMap((address) => stored.get(addressText(address)) ?? []);
          tree = new GrowingTree(tree.size, open);
        }
        expect(tree.root()).toEqual(rootFor(size));
      }),
      { numRuns: 60 },
    );
  });

  it('a tree is taken up again whichever of its levels end with a full tile', () => {
    for (const size of [31, 32, 33, 1_023, 1_024, 1_025, 1_056]) {
      const stored = tilesOf(entries.slice(0, size));
      const open = openTiles(size).flatMap(({ level, index }) =>
        stored.filter((tile) => tile.level === level && tile.index === index),
      );
      const tree = new GrowingTree(size, open);
      expect(tree.root()).toEqual(rootFor(size));
      tree.append(entries[size] as Hash);
      expect(tree.root()).toEqual(rootFor(size + 1));
    }
  });

  it('every inclusion proof leads to the root, and a changed one does not', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, anyPosition, anyChange) => {
        const position = anyPosition % size;
        const proof = proofOf(inclusionRanges(position, size), allTiles);
        const claim = { position, size, leaf: entries[position] as Hash, proof };
        expect(rootOfInclusion(claim)).toEqual(rootFor(size));
        if (proof.length > 0) {
          const at = anyChange % proof.length;
          const changed = proof.with(at, leafHash('changed'));
          expect(rootOfInclusion({ ...claim, proof: changed })).not.toEqual(rootFor(size));
          expect(rootOfInclusion({ ...claim, proof: proof.toSpliced(at, 1) })).not.toEqual(rootFor(size));
        }
        expect(rootOfInclusion({ ...claim, proof: [...proof, leafHash('more')] })).toBeNull();
      }),
    );
  });

  it('every consistency proof holds, and not for another older tree', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, any) => {
        const older = 1 + (any % size);
        const proof = proofOf(consistencyRanges(older, size), allTiles);
        const claim = { older, olderRoot: rootFor(older), size, root: rootFor(size), proof };
        expect(isConsistent(claim)).toBe(true);
        expect(isConsistent({ ...claim, olderRoot: leafHash('other') })).toBe(false);
        expect(isConsistent({ ...claim, root: leafHash('other') })).toBe(false);
        expect(isConsistent({ ...claim, proof: [...proof, leafHash('more')] })).toBe(false);
      }),
    );
  });

  it('leaves in a row with what stands beside them give the root', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, a, b) => {
        const [start, end] = [a % (size + 1), b % (size + 1)].sort((one, other) => one - other) as [number, number];
        const { left, right } = rangeProofSubtrees({ start, end }, size);
        const hashes = hashesFrom(allTiles);
        const range = new GrowingRange(start, left.map(hashes));
        for (const leaf of entries.slice(start, end)) range.append(leaf);
        expect(range.count).toBe(end - start);
        expect(range.rootOf(size, right.map(hashes))).toEqual(rootFor(size));
      }),
    );
  });

  it('a proof needs no more tiles than it has hashes', () => {
    const ranges = inclusionRanges(777, 1_200);
    const tiles = new Set(ranges.flatMap((range) => subtreesOf(range).map((subtree) => addressText(tileOf(subtree)))));
    expect(tiles.size).toBeLessThanOrEqual(5);
  });
});
