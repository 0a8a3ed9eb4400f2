import { NATIONS } from '#domain';
import type { Codec, Field } from './codec.ts';
import { CONDITION, DAY, FACTS, FLAG, LIST, MISSING, TESTS, TEXT, TYPE, WHOLE_NUMBER, WORD } from './codecs.ts';

/** What a row of the file is, as its first column says. */
export interface RecordKind {
  readonly name: string;
  /** The list of the rule set that it belongs to; null for the set itself. */
  readonly list: 'catalogue' | 'rules' | 'tests' | 'words' | null;
  readonly fields: readonly Field[];
  /** Objects that are there even when all their cells are blank. */
  readonly objects: readonly string[];
}

const field = (column: string, codec: Codec, ...keys: readonly string[]): Field => ({
  column,
  codec,
  keys: keys.length > 0 ? keys : [column],
});

const SET: readonly Field[] = [
  field('id', WORD),
  field('version', TEXT),
  field('title', TEXT),
  field('nation', WORD),
  field('schemaVersion', WORD),
];

const RULE: readonly Field[] = [
  field('id', WORD),
  field('version', WHOLE_NUMBER),
  field('title', TEXT),
  field('titleCy', TEXT),
  field('because', TEXT),
  field('becauseCy', TEXT),
  field('owner', TEXT),
  ...NATIONS.map((nation) => field(`legalBasis.${nation}`, TEXT, 'legalBasis', nation)),
  field('source', TEXT),
  field('effectiveFrom', DAY),
  field('effectiveTo', DAY),
  field('areas', LIST),
  field('when', CONDITION),
  field('minLevel', WORD, 'then', 'minLevel'),
  field('minUrgency', WORD, 'then', 'minUrgency'),
  field('redLine', FLAG, 'then', 'redLine'),
  ...['routes', 'actions', 'services', 'questions'].map((key) => field(key, LIST, 'then', key)),
  field('tests', TESTS),
];

const FACT: readonly Field[] = [
  field('id', WORD),
  field('title', TEXT, 'label'),
  field('titleCy', TEXT, 'labelCy'),
  field('source', TEXT),
  field('type', TYPE),
  field('missing', MISSING),
  field('suppliedBy', LIST),
  field('sensitivity', WORD),
  field('harm', FLAG),
  field('aboutOthers', FLAG),
  field('question', TEXT),
  field('questionCy', TEXT),
];

const TEST: readonly Field[] = [
  field('title', TEXT),
  field('facts', FACTS),
  field('onDate', DAY),
  field('area', TEXT),
  field('expectLevel', WORD, 'expect', 'level'),
  field('expectUrgency', WORD, 'expect', 'urgency'),
  field('needsInformation', FLAG, 'expect', 'needsInformation'),
];

const WORDS: readonly Field[] = [
  field('id', WORD, 'code'),
  field('kind', WORD),
  field('title', TEXT),
  field('titleCy', TEXT),
];

/** The kinds in the order in which they are written. */
export const RECORD_KINDS: readonly RecordKind[] = [
  { name: 'set', list: null, fields: SET, objects: [] },
  { name: 'rule', list: 'rules', fields: RULE, objects: ['legalBasis', 'then'] },
  { name: 'fact', list: 'catalogue', fields: FACT, objects: [] },
  { name: 'test', list: 'tests', fields: TEST, objects: ['expect'] },
  { name: 'word', list: 'words', fields: WORDS, objects: [] },
];

export const RECORD = 'record';
/** On the row of the set: optional lists that are there but have no rows. */
export const EMPTY_LISTS = 'emptyLists';
/** All columns of the file, rules first because people read those. */
export const COLUMNS: readonly string[] = [
  ...new Set([
    RECORD,
    ...[RULE, SET, FACT, TEST, WORDS].flatMap((fields) => fields.map(({ column }) => column)),
    EMPTY_LISTS,
  ]),
];
