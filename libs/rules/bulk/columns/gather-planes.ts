import { transpose32 } from './transpose.ts';

/** Records of one layout that lie at even distances. */
export interface Records {
  readonly view: DataView;
  readonly offset: number;
  readonly stride: number;
  readonly count: number;
}

/** Planes under way: `used` collects every word written, so that empty planes are known. */
export interface Planes {
  readonly words: Int32Array;
  readonly stride: number;
  readonly used: Int32Array;
}

/** One word of up to 32 records; returns all of them or-ed together. */
function load(rows: Int32Array, records: Records, first: number, byte: number): number {
  const rowsHere = Math.min(32, records.count - first);
  let all = 0;
  let at = records.offset + first * records.stride + byte;
  for (let row = 0; row < rowsHere; row += 1) {
    const word = records.view.getInt32(at, true);
    rows[row] = word;
    all |= word;
    at += records.stride;
  }
  if (rowsHere < 32) rows.fill(0, rowsHere);
  return all;
}

function store(rows: Int32Array, planes: Planes, group: number, planeOf: Int32Array): void {
  const { words, stride, used } = planes;
  for (let bit = 0; bit < 32; bit += 1) {
    const plane = planeOf[bit] ?? -1;
    const word = rows[bit] ?? 0;
    if (plane < 0 || word === 0) continue;
    const at = plane * stride + group;
    words[at] = (words[at] ?? 0) | word;
    used[plane] = (used[plane] ?? 0) | word;
  }
}

/**
 * Spreads the bits of records over planes, 32 cases at a time: a word of each is a matrix of 32 by 32 bits, turned
 * round. `planeOfBit` says where each bit of a record goes, -1 for nowhere; bits that share a plane are or-ed.
 */
export function gatherPlanes(records: Records, planeOfBit: Int32Array, planes: Planes): void {
  const rows = new Int32Array(32);
  const wanted: { byte: number; planeOf: Int32Array }[] = [];
  for (let bit = 0; bit < planeOfBit.length; bit += 32) {
    const planeOf = planeOfBit.subarray(bit, bit + 32);
    if (planeOf.some((plane) => plane >= 0)) wanted.push({ byte: bit / 8, planeOf });
  }
  for (let first = 0, group = 0; first < records.count; first += 32, group += 1) {
    for (const { byte, planeOf } of wanted) {
      if (load(rows, records, first, byte) === 0) continue;
      transpose32(rows);
      store(rows, planes, group, planeOf);
    }
  }
}
