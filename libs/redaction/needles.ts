import { compact, wordsOf } from './folded-text.ts';
import { nameWordsOf } from './name-words.ts';
import type { OwnWords } from './own-words.ts';
import {
  addressPattern,
  dayPattern,
  emailPattern,
  nationalNumber,
  numberPattern,
  telephonePattern,
  wordPattern,
  wordsPattern,
} from './patterns.ts';
import type { Identifier, RedactionKind, ThirdParty } from './third-party.ts';

/** One thing to look for in a text, and who it is about. */
export interface Needle {
  readonly kind: RedactionKind;
  /** `null` for what somebody added by hand. */
  readonly person: number | null;
  readonly pattern: RegExp;
}

export interface Needles {
  readonly needles: readonly Needle[];
  /** Words that belong to somebody else and to the child alike: they stay, and somebody has to read for them. */
  readonly sharedWithChild: number;
}

/** What would tell who somebody else is, in every form that is looked for. */
export function needlesFor(people: readonly ThirdParty[], added: readonly string[], own: OwnWords): Needles {
  const all = people.flatMap((person) =>
    person.identifiers.map((identifier) => ({ person: person.number, identifier })),
  );
  const needles = all.flatMap(({ person, identifier }) =>
    patternsOf(identifier, own).map((pattern) => ({ person, pattern, kind: identifier.kind })),
  );
  const byHand = added
    .filter((text) => compact(text) !== '')
    .map((text): Needle => ({ kind: 'added', person: null, pattern: wordsPattern(wordsOf(text)) }));
  const names = all
    .filter(({ identifier }) => identifier.kind === 'name')
    .flatMap(({ identifier }) => nameWordsOf(identifier.value));
  return {
    needles: [...byHand, ...needles],
    sharedWithChild: new Set(names.filter((word) => own.names.has(word))).size,
  };
}

function patternsOf({ kind, value }: Identifier, own: OwnWords): RegExp[] {
  if (kind === 'name') return namePatterns(value, own);
  return own.values.has(compact(value)) ? [] : [PATTERNS[kind](value)];
}

const PATTERNS: Readonly<Record<Exclude<RedactionKind, 'name'>, (value: string) => RegExp>> = {
  telephone: (value) => (nationalNumber(value).length < 5 ? numberPattern(value) : telephonePattern(value)),
  email: emailPattern,
  address: addressPattern,
  place: addressPattern,
  date_of_birth: dayPattern,
  number: numberPattern,
  added: (value) => wordsPattern(wordsOf(value)),
};

/** The whole name, turned round, with an initial; and each word of it that is not the child's as well. */
function namePatterns(name: string, own: OwnWords): RegExp[] {
  const words = nameWordsOf(name);
  const single = words.filter((word) => word.length > 1 && !own.names.has(word)).map(wordPattern);
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  // A double-barrelled or Irish name is one, also where its halves are taken for two words.
  const compound = name
    .split(/\s+/)
    .map(nameWordsOf)
    .filter((parts) => parts.length > 1 && !own.values.has(parts.join('')));
  if (words.length < 2 || own.values.has(words.join(''))) return single;
  return [
    wordsPattern(words),
    wordsPattern([first, last]),
    wordsPattern([last, first]),
    ...(own.names.has(first) ? [] : [wordsPattern([first.slice(0, 1), last])]),
    ...compound.map(wordsPattern),
    ...single,
  ];
}
