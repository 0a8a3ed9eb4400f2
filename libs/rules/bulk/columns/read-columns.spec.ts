import { describe, expect, it } from '@jest/globals';
import { type Fact, type Facts, known, unknown } from '#domain';
import { compileChecked } from '../../evaluate/compile-checked.ts';
import type { CatalogueEntry } from '../../rule-set.ts';
import { anEntry, aRule, aRuleSet, BOOLEAN, holds, YEARS } from '../../testing/builders.ts';
import { codeOf, hasBit } from '../layout/coding.ts';
import { factLayout } from '../layout/fact-layout.ts';
import type { FactPlace } from '../layout/fact-places.ts';
import { encodeFacts } from '../layout/records.ts';
import { type FactColumns, planeMap } from './fact-columns.ts';
import { readColumns } from './read-columns.ts';

/** Enough facts for records of several words, of which the last is zero where nothing is unknown. */
const IDS = Array.from({ length: 70 }, (_, place) => `f${place}`);
const compiled = compileChecked(
  aRuleSet([aRule('A', holds('f0'))], [...IDS.map((id) => anEntry(id, BOOLEAN)), anEntry('age', YEARS)]),
);
const layout = factLayout(compiled.ruleSet.catalogue);
const map = planeMap(compiled.facts);

/** Facts that differ from case to case; every eleventh is unknown if any may be. */
function caseFacts(place: number, withUnknown: boolean): Facts {
  const orUnknown = (number: number, value: boolean | number): Fact =>
    withUnknown && (place + number) % 11 === 0 ? unknown('not_known') : known(value);
  const booleans = IDS.map((id, number): [string, Fact] => [id, orUnknown(number, (place * (number + 3)) % 7 < 3)]);
  return { ...Object.fromEntries(booleans), age: orUnknown(5, place % 18) };
}

function isSet({ planes, stride, used }: FactColumns, plane: number, place: number): boolean {
  return used[plane] !== 0 && (((planes[plane * stride + (place >> 5)] ?? 0) >>> (place & 31)) & 1) === 1;
}

/** What the planes of a fact should have for a case, by plane. */
function wantedBits({ code, bits, unknown: second, isBoolean }: FactPlace, entry: CatalogueEntry, fact: Fact) {
  const coded = fact.known ? (codeOf(entry.type, fact.value) ?? 0) : 0;
  const ofCode = Array.from({ length: bits }, (_, bit) => [code + bit, hasBit(coded, bit)] as const);
  return [...ofCode, [second, !fact.known || (isBoolean && coded === 1)] as const];
}

/** Planes whose bit for the case is not as the facts have it. */
function wrongPlanes(columns: FactColumns, place: number, facts: Facts): readonly number[] {
  return map.places.flatMap((factPlace, index) => {
    const entry = compiled.facts[index]?.entry ?? anEntry('none');
    // A boolean's second plane is left empty where it never differs from the first.
    const isLeftEmpty = factPlace.isBoolean && columns.used[factPlace.unknown] === 0;
    return wantedBits(factPlace, entry, facts[entry.id] ?? unknown('not_known'))
      .filter(([plane]) => !isLeftEmpty || plane !== factPlace.unknown)
      .flatMap(([plane, wanted]) => (isSet(columns, plane, place) === wanted ? [] : [plane]));
  });
}

describe('reading columns', () => {
  it.each([
    ['at the begin of a word, whole words apart', 4, 8, 0],
    ['one right after the other', 0, 0, 0],
    ['at an odd offset', 3, 8, 0],
    ['an odd number of bytes apart', 4, 5, 0],
    ['in a part of a buffer that begins at an odd place', 4, 8, 1],
  ])('gives every bit its place for records %s', (_what, offset, apart, before) => {
    const stride = layout.bytes + apart;
    for (const [count, withUnknown] of [
      [1, true],
      [32, false],
      [512, true],
      [1_100, true],
      [544, false],
    ] as const) {
      const buffer = new Uint8Array(before + offset + stride * count).fill(0xff);
      const bytes = buffer.subarray(before);
      const cases = Array.from({ length: count }, (_, place) => caseFacts(place, withUnknown));
      for (const [place, facts] of cases.entries()) bytes.set(encodeFacts(layout, facts), offset + place * stride);
      const columns = readColumns(layout, compiled, bytes, { offset, stride, count });

      expect(cases.flatMap((facts, place) => wrongPlanes(columns, place, facts))).toEqual([]);
      expect(columns.used.subarray(map.places[0]?.unknown).some((word) => word !== 0)).toBe(withUnknown);
    }
  });
});
