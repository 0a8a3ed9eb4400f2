import { type Records, type RecordWords, recordWords } from './record-words.ts';
import { turnBits, turnOctets } from './transpose.ts';

/** Planes under way, with room for one more plane behind the last; `used` tells which are not empty. */
export interface Planes {
  readonly words: Int32Array;
  readonly stride: number;
  readonly used: Int32Array;
}

/** Words of a plane that share a line of the cache: they are written one after the other. */
const LINE = 16;

/** One word of every record: where it stands in a record, and the plane of each of its 32 bits, -1 for nowhere. */
interface WantedWord {
  readonly word: number;
  readonly planeOf: Int32Array;
  /** Where the planes begin; bits that no rule reads go behind the last plane. */
  readonly places: Int32Array;
}

function wantedWords(planeOfBit: Int32Array, { stride, used }: Planes): readonly WantedWord[] {
  const wanted: WantedWord[] = [];
  for (let bit = 0; bit < planeOfBit.length; bit += 32) {
    const planeOf = planeOfBit.subarray(bit, bit + 32);
    const places = planeOf.map((plane) => (plane < 0 ? used.length : plane) * stride);
    if (planeOf.some((plane) => plane >= 0)) wanted.push({ word: bit / 32, planeOf, places });
  }
  return wanted;
}

function markUsed(used: Int32Array, planeOf: Int32Array, all: number): void {
  for (const [bit, plane] of planeOf.entries()) if (plane >= 0 && ((all >>> bit) & 1) === 1) used[plane] = -1;
}

interface GroupBlock {
  /** Groups of 32 cases, up to `to` without it. */
  readonly from: number;
  readonly to: number;
  readonly records: RecordWords;
  readonly rows: Int32Array;
}

/** Spreads one word of the records of a block; returns all of them or-ed together. */
function gatherWord({ from, to, records, rows }: GroupBlock, { word, places }: WantedWord, planes: Int32Array): number {
  const { words, at, step } = records;
  let all = 0;
  for (let group = from; group < to; group += 1) {
    const here = turnOctets(rows, words, at + word + 32 * step * (group - from), step);
    if (here !== 0) turnBits(rows, planes, places, group);
    all |= here;
  }
  return all;
}

/**
 * Spreads the bits of records over planes, 32 cases at a time: a word of each is a matrix of 32 by 32 bits, turned
 * round. `planeOfBit` says where each bit of a record goes, -1 for nowhere; bits that share a plane are or-ed.
 */
export function gatherPlanes(records: Records, planeOfBit: Int32Array, planes: Planes): void {
  const rows = new Int32Array(32);
  const wanted = wantedWords(planeOfBit, planes);
  const alls = new Int32Array(wanted.length);
  const source = recordWords(records, planeOfBit.length / 32, 32 * LINE);
  const groups = Math.ceil(records.count / 32);
  for (let from = 0; from < groups; from += LINE) {
    const block = { from, to: Math.min(from + LINE, groups), rows, records: source(32 * from) };
    for (const [place, one] of wanted.entries())
      alls[place] = (alls[place] ?? 0) | gatherWord(block, one, planes.words);
  }
  for (const [place, { planeOf }] of wanted.entries()) markUsed(planes.used, planeOf, alls[place] ?? 0);
}
