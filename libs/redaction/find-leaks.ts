import { compact, wordsOf } from './folded-text.ts';
import { nameWordsOf } from './name-words.ts';
import type { OwnWords } from './own-words.ts';
import { nationalNumber } from './patterns.ts';
import type { Identifier, RedactionKind, ThirdParty } from './third-party.ts';

/** Signs in a row that are no accident. */
const TELLING = 8;

/**
 * Whether a text still tells who somebody else is. On purpose it does not look for what the redactor looks for: it
 * compares whole words, and runs of letters and digits with everything between them left out.
 */
export function findsLeak(text: string, { words, runs }: Telltales): boolean {
  const joined = compact(text);
  return wordsOf(text).some((word) => words.has(word)) || runs.some((run) => joined.includes(run));
}

export interface Telltales {
  readonly words: ReadonlySet<string>;
  readonly runs: readonly string[];
}

export function telltalesOf(people: readonly ThirdParty[], added: readonly string[], own: OwnWords): Telltales {
  const identifiers = people.flatMap((person) => person.identifiers);
  const names = identifiers.filter(({ kind }) => kind === 'name').flatMap(({ value }) => nameWordsOf(value));
  const single = added.map(wordsOf).flatMap((words) => (words.length === 1 ? words : []));
  const runs = [...identifiers.flatMap(runsOf), ...added.map(compact)];
  return {
    words: new Set([...names.filter((word) => word.length > 1 && !own.names.has(word)), ...single]),
    runs: runs.filter((run) => run.length >= TELLING && !own.values.has(run)),
  };
}

function runsOf({ kind, value }: Identifier): readonly string[] {
  return RUNS[kind]?.(value) ?? [compact(value)];
}

/** Kinds whose signs do not simply follow each other as the record has them. */
const RUNS: Partial<Readonly<Record<RedactionKind, (value: string) => readonly string[]>>> = {
  name: (value) => [nameWordsOf(value).join('')],
  telephone: (value) => [nationalNumber(value)],
  date_of_birth: (value) => {
    const [year = '', month = '', day = ''] = value.split('-');
    return [`${year}${month}${day}`, `${day}${month}${year}`];
  },
};
