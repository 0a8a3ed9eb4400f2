import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BrokenSealError, seal, unseal } from './sealing.ts';
import { OpenRecordKey } from './record-key.ts';

const KEY = randomBytes(32);
const SEED = 20_261_122;

/** What people write, and what breaks programs that thought they knew what people write. */
const NAUGHTY = [
  '',
  ' ',
  '\0',
  'null',
  '\uFEFF{"a":1}',
  'Zoë Ó Súilleabháin',
  "Robert'); DROP TABLE case_record;--",
  '👩‍👧‍👦 ﷽ \u202Etxet',
  'Ţ̷̡̛h̵',
  '\u2028\u2029\r\n',
  '<script>alert(1)</script>',
  'x'.repeat(70_000),
];

describe('sealing', () => {
  const key = new OpenRecordKey('referral-1', KEY);

  it('gives back every text and all bytes as they were', () => {
    for (const text of NAUGHTY) expect(key.open('a.b', '1', key.seal('a.b', '1', text))).toBe(text);
    const text = fc.string({ unit: 'grapheme-composite' });
    fc.assert(
      fc.property(text, fc.string(), fc.string(), (value, place, id) => {
        expect(key.open(place, id, key.seal(place, id, value))).toBe(value);
      }),
      { seed: SEED },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const clear = Buffer.from(bytes);

        expect(key.openBytes('a.b', '1', key.sealBytes('a.b', '1', clear)).equals(clear)).toBe(true);
      }),
      { seed: SEED },
    );
  });

  it('never gives the same sealed value twice, and shows nothing of the text', () => {
    const sealed = new Set(Array.from({ length: 500 }, () => key.seal('a.b', '1', 'Robin Example')));

    expect(sealed.size).toBe(500);
    expect([...sealed].some((text) => Buffer.from(text, 'base64').includes('Robin'))).toBe(false);
  });

  it('notices any single bit that is flipped, and every byte that is cut off', () => {
    const sealed = key.sealBytes('a.b', '1', Buffer.from('Robin Example'));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);

      expect(() => key.openBytes('a.b', '1', altered)).toThrow(BrokenSealError);
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => key.openBytes('a.b', '1', sealed.subarray(0, length))).toThrow(BrokenSealError);
    }
  });

  it('opens in its own place only: not in another column, row or record, nor under another key', () => {
    const sealed = key.seal('decision.rationale', '1', 'text');

    expect(() => key.open('decision.override_reason', '1', sealed)).toThrow(BrokenSealError);
    expect(() => key.open('decision.rationale', '2', sealed)).toThrow(BrokenSealError);
    expect(() => new OpenRecordKey('referral-2', KEY).open('decision.rationale', '1', sealed)).toThrow(BrokenSealError);
    const other = new OpenRecordKey('referral-1', randomBytes(32));
    expect(() => other.open('decision.rationale', '1', sealed)).toThrow(BrokenSealError);
  });

  it('keeps the parts of a context apart, so that no two contexts are one', () => {
    const sealed = seal(KEY, ['a', 'bc'], Buffer.from('x'));

    for (const context of [['ab', 'c'], ['abc'], ['a', 'b', 'c'], ['a', 'bc', ''], ['a,bc']]) {
      expect(() => unseal(KEY, context, sealed)).toThrow(BrokenSealError);
    }
  });

  it('takes no text but the one that it wrote', () => {
    const sealed = key.seal('a.b', '1', 'text');

    for (const altered of [`${sealed}=`, ` ${sealed}`, sealed.toLowerCase(), 'clear text', '']) {
      expect(() => key.open('a.b', '1', altered)).toThrow(BrokenSealError);
    }
  });

  it('says nothing of the content when it fails', () => {
    const sealed = key.seal('a.b', '1', 'Robin Example');

    expect(() => key.open('a.b', '2', sealed)).not.toThrow(/Robin|Example/);
  });
});
