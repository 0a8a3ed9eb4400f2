import { type Fact, type Facts, known, unknown } from '#domain';
import { readFact } from '../../conditions/fact-table.ts';
import { codeOf, hasBit, valueOfCode } from './coding.ts';
import type { FactLayout, LayoutFact } from './fact-layout.ts';

function setBit(record: Uint8Array, bit: number): void {
  record[bit >> 3] = (record[bit >> 3] ?? 0) | (1 << (bit & 7));
}

function isSet(record: Uint8Array, bit: number): boolean {
  return (((record[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
}

/** A record of what a rule reads: what was not given stands there as its catalogue entry says. */
export function encodeFacts(layout: FactLayout, facts: Facts): Uint8Array {
  const record = new Uint8Array(layout.bytes);
  for (const { compiled, code, bits, unknown: unknownBit } of layout.facts) {
    const fact = readFact(compiled, facts);
    const coded = fact.known ? codeOf(compiled.entry.type, fact.value) : null;
    if (coded === null) setBit(record, unknownBit);
    else for (let bit = 0; bit < bits; bit += 1) if (hasBit(coded, bit)) setBit(record, code + bit);
  }
  return record;
}

function decodeFact({ compiled, code, bits, unknown: unknownBit }: LayoutFact, record: Uint8Array): Fact {
  if (isSet(record, unknownBit)) return unknown('not_known');
  let coded = 0;
  for (let bit = 0; bit < bits; bit += 1) if (isSet(record, code + bit)) coded += 2 ** bit;
  const value = valueOfCode(compiled.entry.type, coded);
  return value === null ? unknown('not_known') : known(value);
}

/**
 * Every fact of a record. Why a fact was unknown is not kept; a code that no value has is unknown too, because a
 * damaged record must not hide a worry.
 *
 * @throws RangeError for a record of another length than the layout's.
 */
export function decodeFacts(layout: FactLayout, record: Uint8Array): Facts {
  if (record.length !== layout.bytes) {
    throw new RangeError(`A record of this layout has ${layout.bytes} bytes, not ${record.length}.`);
  }
  return Object.fromEntries(layout.facts.map((fact) => [fact.compiled.entry.id, decodeFact(fact, record)]));
}
