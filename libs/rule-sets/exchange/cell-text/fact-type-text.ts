import type { CatalogueEntry, FactType } from '#rules';
import { below } from '../pointer.ts';
import type { NotePlace } from './parse-condition.ts';
import { TokenReader } from './token-reader.ts';
import { writeValue } from './write-value.ts';

/** `true or false`, `whole number from -300 to 9200`, or `one of (none, some, severe)`. */
export function factTypeText(type: FactType): string {
  switch (type.kind) {
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `whole number from ${type.min} to ${type.max}`;
    case 'enum':
      return `one of (${type.values.map(writeValue).join(', ')})`;
    default:
      return type satisfies never;
  }
}

function words(tokens: TokenReader, ...expected: readonly string[]): void {
  for (const word of expected) tokens.must(word);
}

function readType(tokens: TokenReader, path: string, note: NotePlace): object {
  if (tokens.comes('true')) {
    words(tokens, 'true', 'or', 'false');
    return { kind: 'boolean' };
  }
  if (tokens.comes('whole')) {
    words(tokens, 'whole', 'number', 'from');
    const min = tokens.number();
    words(tokens, 'to');
    return { kind: 'integer', min, max: tokens.number() };
  }
  if (!tokens.comes('one')) tokens.refuse('"true or false", "whole number from … to …" or "one of (…)"');
  words(tokens, 'one', 'of');
  const values = tokens.bracketed(',', (place) => {
    note(below(path, 'values', place), tokens.peek().offset);
    return tokens.value();
  });
  return { kind: 'enum', values };
}

/** @throws CellFault */
export function parseFactType(text: string, path: string, note: NotePlace): object {
  const tokens = new TokenReader(text);
  const type = readType(tokens, path, note);
  tokens.end();
  return type;
}

/** What a missing report means: `unknown`, or `means false`. */
export function missingText(missing: CatalogueEntry['missing']): string {
  return missing === 'unknown' ? 'unknown' : `means ${writeValue(missing.absent)}`;
}

/** @throws CellFault */
export function parseMissing(text: string, path: string, note: NotePlace): unknown {
  const tokens = new TokenReader(text);
  const isUnknown = tokens.takes('unknown');
  if (!isUnknown && !tokens.takes('means')) tokens.refuse('"unknown", or "means" and a value');
  note(below(path, 'absent'), tokens.peek().offset);
  const missing = isUnknown ? 'unknown' : { absent: tokens.value() };
  tokens.end();
  return missing;
}
