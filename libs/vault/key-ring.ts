import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { KEY_BYTES } from './sealing.ts';

/** One key of the ring, as the two keys made from it: no two uses share one. */
export interface RingKey {
  readonly id: string;
  readonly forRecords: Buffer;
  readonly forSecrets: Buffer;
}

interface RingText {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly blindIndex: string;
}

const KEY_ID = /^[a-z0-9][a-z0-9-]{0,31}$/;
const PARTS = ['blindIndex', 'current', 'keys'];

/** The keys that record keys are wrapped with: the current one wraps, the others still open what they wrapped. */
export class KeyRing {
  private constructor(
    readonly current: RingKey,
    private readonly keys: ReadonlyMap<string, RingKey>,
    private readonly indexKey: Buffer,
  ) {}

  /**
   * Reads the setting `FIELD_KEYS`.
   * @throws Error that names the setting and each fault, never a key.
   */
  static parse(setting: string): KeyRing {
    const text = ringTextOf(setting);
    const faults = text === null ? ['must be JSON with "current", "keys" and "blindIndex"'] : faultsOf(text, setting);
    if (text === null || faults.length > 0) {
      throw new Error(`These settings are missing or wrong:\n  FIELD_KEYS: ${faults.join(', ')}`);
    }
    const keys = new Map(Object.entries(text.keys).map(([id, key]) => [id, ringKey(id, bytesOf(key))]));
    const current = keys.get(text.current);
    if (current === undefined) throw new Error('A checked ring has its current key.');
    return new KeyRing(current, keys, bytesOf(text.blindIndex));
  }

  get ids(): readonly string[] {
    return [...this.keys.keys()];
  }

  find(id: string): RingKey | null {
    return this.keys.get(id) ?? null;
  }

  /** HMAC-SHA-256 in hexadecimal, of one purpose: equal values of another purpose do not show as equal. */
  blindIndex(purpose: string, value: string): string {
    return createHmac('sha256', this.indexKey)
      .update(JSON.stringify([purpose, value]))
      .digest('hex');
  }
}

/** A new key with an id that nobody has used, as an entry of `keys` in the setting. */
export function newRingKey(): { readonly id: string; readonly key: string } {
  return { id: `k-${randomBytes(4).toString('hex')}`, key: randomBytes(KEY_BYTES).toString('base64') };
}

/** The whole setting, for an installation that has none yet. */
export function newKeyRing(): string {
  const { id, key } = newRingKey();
  const blindIndex = randomBytes(KEY_BYTES).toString('base64');
  return JSON.stringify({ current: id, keys: { [id]: key }, blindIndex });
}

function ringKey(id: string, key: Buffer): RingKey {
  const made = (use: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `front-door ${use}`, KEY_BYTES));
  return { id, forRecords: made('record keys'), forSecrets: made('secrets') };
}

function ringTextOf(setting: string): RingText | null {
  const value = parsed(setting) as Partial<Record<string, unknown>> | null;
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== PARTS.join()) return null;
  const { current, keys, blindIndex } = value;
  if (typeof current !== 'string' || typeof blindIndex !== 'string' || typeof keys !== 'object' || keys === null) {
    return null;
  }
  return Object.values(keys).every((key) => typeof key === 'string') ? (value as unknown as RingText) : null;
}

function parsed(setting: string): unknown {
  try {
    return JSON.parse(setting);
  } catch {
    return null;
  }
}

function faultsOf({ current, keys, blindIndex }: RingText, setting: string): string[] {
  const ids = Object.keys(keys);
  const all = [...Object.values(keys), blindIndex];
  return [
    ...(ids.every((id) => KEY_ID.test(id)) ? [] : ['key ids must be small letters, digits and hyphens']),
    ...(all.every(isKey) ? [] : ['every key must be 32 random bytes in base64']),
    ...(ids.includes(current) ? [] : ['"current" must be the id of one of "keys"']),
    ...(ids.every((id) => isNamedOnce(id, setting)) ? [] : ['a key id may stand once only']),
    ...(new Set(all).size === all.length ? [] : ['no two keys may be alike']),
  ];
}

/** JSON itself would silently take the last of two. */
function isNamedOnce(id: string, setting: string): boolean {
  return setting.split(new RegExp(`"${id}"\\s*:`)).length === 2;
}

/** Zeros, or any other single byte over and over, are nobody's secret. */
function isKey(text: string): boolean {
  const bytes = bytesOf(text);
  return bytes.length === KEY_BYTES && bytes.toString('base64') === text && new Set(bytes).size > 8;
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
