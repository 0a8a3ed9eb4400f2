/** Records of one layout that lie at even distances. */
export interface Records {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly stride: number;
  readonly count: number;
}

/** Some records as words: the first begins at `at`, each `step` words after the one before. */
export interface RecordWords {
  readonly words: Int32Array;
  readonly at: number;
  readonly step: number;
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** The records where they lie, if words can be read there: whole words apart, the first at the begin of one. */
function inPlace({ bytes, offset, stride, count }: Records): RecordWords | null {
  if (count === 0) return null;
  const isAligned = (bytes.byteOffset + offset) % 4 === 0 && stride % 4 === 0;
  if (!IS_LITTLE_ENDIAN || !isAligned) return null;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + offset, (bytes.length - offset) >> 2);
  return { words, at: 0, step: stride / 4 };
}

/** Copies records to words one after the other; records that are asked for past the last are empty. */
function copy(words: Int32Array, length: number, records: Records, first: number): void {
  const { bytes, offset, stride, count } = records;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let next = 0;
  for (let record = first; record < count && next < words.length; record += 1) {
    const at = offset + record * stride;
    for (let word = 0; word < length; word += 1) words[next + word] = view.getInt32(at + 4 * word, true);
    next += length;
  }
  words.fill(0, next);
}

/**
 * Gives records, `atOnce` from any first one on, as words of which each record has `length`: read where they lie if
 * they lie well and there are so many, else from a copy that lasts until the next one is asked for.
 */
export function recordWords(records: Records, length: number, atOnce: number): (first: number) => RecordWords {
  const direct = inPlace(records);
  const copied = { words: new Int32Array(length * atOnce), at: 0, step: length };
  return (first) => {
    if (direct !== null && first + atOnce <= records.count) return { ...direct, at: first * direct.step };
    copy(copied.words, length, records, first);
    return copied;
  };
}
