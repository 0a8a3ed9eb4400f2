import { type Range, splitOf } from './ranges.ts';

/**
 * Which ranges an inclusion proof consists of (RFC 9162, 2.1.3.1), the leaf's neighbour first.
 * @throws RangeError for a leaf that a tree of this size does not have.
 */
export function inclusionRanges(position: number, size: number): Range[] {
  if (position < 0 || position >= size) throw new RangeError('A tree of this size has no such leaf.');
  const found: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const split = start + splitOf(end - start);
    if (position < split) {
      found.push({ start: split, end });
      end = split;
    } else {
      found.push({ start, end: split });
      start = split;
    }
  }
  return found.reverse();
}

/**
 * Which ranges prove that a tree of `older` leaves is the beginning of one of `size` (RFC 9162, 2.1.4.1).
 * @throws RangeError unless 0 < older <= size.
 */
export function consistencyRanges(older: number, size: number): Range[] {
  if (older < 1 || older > size) throw new RangeError('An older tree is not larger, nor empty.');
  const found: Range[] = [];
  let [start, end] = [0, size];
  while (end !== older) {
    const split = start + splitOf(end - start);
    if (older <= split) {
      found.push({ start: split, end });
      end = split;
    } else {
      found.push({ start, end: split });
      start = split;
    }
  }
  // Whoever checks knows the older tree's own root, and needs no part of it where it is one full subtree from the start.
  if (start > 0) found.push({ start, end });
  return found.reverse();
}
