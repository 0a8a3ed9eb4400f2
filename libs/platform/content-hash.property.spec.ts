import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './content-hash.ts';

/** By an author of RFC 8785: every hash that is stored was made over what it gives. */
const reference = canonicalize as unknown as (value: unknown) => string;

describe('canonical JSON', () => {
  it('is that of the reference, for all that JSON can say', () => {
    const anything = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
    fc.assert(
      fc.property(anything, (value) => {
        expect(canonicalJson(value)).toBe(reference(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it('puts keys that look like numbers, and many keys, in the order of their text', () => {
    const key = fc.oneof(fc.nat().map(String), fc.string({ unit: 'binary', maxLength: 3 }));
    const many = fc.dictionary(key, fc.nat(), { maxKeys: 400, size: 'max' });
    fc.assert(
      fc.property(many, (value) => {
        expect(canonicalJson(value)).toBe(reference(value));
      }),
      { numRuns: 300 },
    );
  });

  it('is that of what is read again, of dates, bytes and what is not there', () => {
    const leaf = fc.oneof(
      fc.date({ noInvalidDate: true }),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.constant(undefined),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('tree')), fc.dictionary(fc.string(), tie('tree'))),
    }));
    fc.assert(
      fc.property(fc.record({ tree }), (value) => {
        expect(canonicalJson(value)).toBe(reference(JSON.parse(JSON.stringify(value))));
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n, Symbol('no')])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow();
    expect(() => canonicalJson([[value === undefined ? Symbol('no') : value]])).toThrow();
  });
});
