import secureJson from 'secure-json-parse';
import { DomainError, type Fault } from '#domain';
import { shownField } from './problem.ts';

export const MAX_BODY_BYTES = 256 * 1024;
export const MAX_DEPTH = 32;
const MOST_FAULTS = 100;

/**
 * Parses a JSON body only after it is known to be UTF-8 and shallow: ten thousand brackets parse well and then break
 * everything that walks the value (measurements.md section 3, JSON bombs).
 * @throws DomainError `malformed_json`, `body_too_deep` or `text_not_storable`.
 */
export function parseJsonBody(bytes: Buffer): unknown {
  const text = decode(bytes);
  if (depthOf(text) > MAX_DEPTH) {
    throw new DomainError('body_too_deep', `The body is nested more than ${String(MAX_DEPTH)} levels deep.`);
  }
  const value = parse(text);
  const faults = unstorableTexts(value);
  if (faults.length > 0)
    throw new DomainError(
      'text_not_storable',
      'Some texts hold characters that no record can keep.',
      faults.slice(0, MOST_FAULTS),
    );
  return value;
}

/** Keeps a byte order mark: the parser forgives one, and refuses a second as it would any other stray character. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error: unknown) {
    throw new DomainError('malformed_json', 'The body is not UTF-8 text.', [], { cause: error });
  }
}

function parse(text: string): unknown {
  try {
    return secureJson.parse(text, null, { protoAction: 'error', constructorAction: 'error' }) as unknown;
  } catch (error: unknown) {
    throw new DomainError('malformed_json', 'The body cannot be read as JSON.', [], { cause: error });
  }
}

/** Deepest nesting of brackets outside strings, without building anything. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (inString) {
      if (character === 0x5c) at += 1;
      else if (character === 0x22) inString = false;
    } else if (character === 0x22) inString = true;
    else if (character === 0x5b || character === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (character === 0x5d || character === 0x7d) depth -= 1;
  }
  return deepest;
}

/** PostgreSQL keeps no NUL, and a lone surrogate has no UTF-8 form: such text could not be given back as sent. */
function unstorableTexts(value: unknown, pointer = ''): Fault[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [fault(pointer)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = `${pointer}/${shownField(key)}`;
    return isStorable(key) ? unstorableTexts(inner, place) : [fault(pointer)];
  });
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && (text as unknown as { isWellFormed(): boolean }).isWellFormed();
}

function fault(pointer: string): Fault {
  return { pointer, message: 'Holds a NUL character or an unpaired surrogate.' };
}
