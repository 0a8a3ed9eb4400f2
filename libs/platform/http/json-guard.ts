import secureJson from 'secure-json-parse';
import { DomainError, type Fault } from '#domain';
import { measureJson } from './measure-json.ts';
import { shownField } from './problem.ts';

export const MAX_BODY_BYTES = 256 * 1024;
export const MAX_DEPTH = 32;
/** Of lists, objects and what stands in them, all together. */
const MAX_VALUES = 20_000;
/** Of items in a list, or fields in an object. */
const MAX_ITEMS = 5_000;
const MAX_TEXT = 128_000;
const MOST_FAULTS = 100;
/** UTF-8 holds no lone surrogate and JSON no bare NUL: either can only have been written as an escape. */
const MAYBE_UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/**
 * Parses a JSON body only after it is known to be UTF-8, shallow and of a modest size: ten thousand brackets parse well and then break
 * everything that walks the value (measurements.md section 3, JSON bombs).
 * @throws DomainError `malformed_json`, `body_too_deep`, `body_too_complex` or `text_not_storable`.
 */
export function parseJsonBody(bytes: Buffer): unknown {
  const text = decode(bytes);
  refuseTooLarge(text);
  const value = parse(text);
  const faults = MAYBE_UNSTORABLE.test(text) ? unstorableTexts(value) : [];
  if (faults.length > 0)
    throw new DomainError(
      'text_not_storable',
      'Some texts hold characters that no record can keep.',
      faults.slice(0, MOST_FAULTS),
    );
  return value;
}

function refuseTooLarge(text: string): void {
  const { depth, values, longestList, longestText } = measureJson(text);
  if (depth > MAX_DEPTH) {
    throw new DomainError('body_too_deep', `The body is nested more than ${String(MAX_DEPTH)} levels deep.`);
  }
  const over: readonly (readonly [isOver: boolean, what: string])[] = [
    [values > MAX_VALUES, `more than ${String(MAX_VALUES)} values`],
    [longestList > MAX_ITEMS, `a list or object of more than ${String(MAX_ITEMS)} items`],
    [longestText > MAX_TEXT, `a text of more than ${String(MAX_TEXT)} characters`],
  ];
  const [found] = over.filter(([isOver]) => isOver);
  if (found !== undefined) throw new DomainError('body_too_complex', `The body holds ${found[1]}.`);
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
