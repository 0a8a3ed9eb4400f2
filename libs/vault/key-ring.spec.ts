import { describe, expect, it } from '@jest/globals';
import { KeyRing, newKeyRing, newRingKey } from './key-ring.ts';

const A = newRingKey().key;
const B = newRingKey().key;
const C = newRingKey().key;

function ringOf(changes: object = {}): string {
  return JSON.stringify({ current: 'k1', keys: { k1: A, k2: B }, blindIndex: C, ...changes });
}

describe('the key ring', () => {
  it('wraps with the current key and keeps the others for what they wrapped', () => {
    const ring = KeyRing.parse(ringOf());

    expect(ring.current.id).toBe('k1');
    expect(ring.ids).toEqual(['k1', 'k2']);
    expect(ring.find('k2')).not.toBeNull();
    expect(ring.find('k3')).toBeNull();
  });

  it('is refused with everything that is wrong with it, and never shows a key', () => {
    const zeros = Buffer.alloc(32).toString('base64');
    const faulty: readonly [string, RegExp][] = [
      ['', /must be JSON/],
      ['null', /must be JSON/],
      ['[]', /must be JSON/],
      [ringOf({ more: 1 }), /must be JSON/],
      [ringOf({ keys: { k1: 1 } }), /must be JSON/],
      [ringOf({ blindIndex: undefined }), /must be JSON/],
      [ringOf({ current: 'k9' }), /"current" must be/],
      [ringOf({ current: 'toString' }), /"current" must be/],
      [ringOf({ keys: { k1: A.slice(0, 40) } }), /32 random bytes/],
      [ringOf({ keys: { k1: `${A} ` } }), /32 random bytes/],
      [ringOf({ keys: { k1: zeros } }), /32 random bytes/],
      [ringOf({ blindIndex: zeros }), /32 random bytes/],
      [ringOf({ blindIndex: A }), /no two keys/],
      [ringOf({ keys: { k1: A, k2: A } }), /no two keys/],
      [ringOf({ keys: { k1: A, 'K 2': B } }), /key ids/],
      [`{"current":"k1","keys":{"k1":"${A}","k1":"${B}"},"blindIndex":"${C}"}`, /once only/],
    ];
    for (const [setting, fault] of faulty) {
      expect(() => KeyRing.parse(setting)).toThrow(/FIELD_KEYS/);
      expect(() => KeyRing.parse(setting)).toThrow(fault);
      for (const key of [A, B, C]) expect(() => KeyRing.parse(setting)).not.toThrow(key);
    }
  });

  it('uses a key for one purpose only', () => {
    const { current } = KeyRing.parse(ringOf());

    expect(current.forRecords.equals(current.forSecrets)).toBe(false);
    expect(current.forRecords.equals(Buffer.from(A, 'base64'))).toBe(false);
  });

  it('gives equal values an equal blind index, of one purpose and one installation', () => {
    const ring = KeyRing.parse(ringOf());
    const elsewhere = KeyRing.parse(ringOf({ blindIndex: newRingKey().key }));

    expect(ring.blindIndex('match_key', 'robin')).toBe(ring.blindIndex('match_key', 'robin'));
    expect(ring.blindIndex('match_key', 'robin')).toMatch(/^[0-9a-f]{64}$/);
    expect(ring.blindIndex('match_key', 'robyn')).not.toBe(ring.blindIndex('match_key', 'robin'));
    expect(ring.blindIndex('other', 'robin')).not.toBe(ring.blindIndex('match_key', 'robin'));
    expect(elsewhere.blindIndex('match_key', 'robin')).not.toBe(ring.blindIndex('match_key', 'robin'));
  });

  it('can be made new, each time another', () => {
    expect(KeyRing.parse(newKeyRing()).current.id).not.toBe(KeyRing.parse(newKeyRing()).current.id);
  });
});
