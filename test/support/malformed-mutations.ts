import fc from 'fast-check';
import {
  aFullReferral,
  type Json,
  type JsonObject,
  type Place,
  PLACES,
  TEXT_PLACES,
} from './malformed-full-referral.ts';
import { valueAt, withValue } from './malformed-full-referral.ts';

/** Text that stands in every field of a broken body and must never come back in an answer. */
export const CANARY = 'Zq7Quetzalfeather';

/** A body that is well-formed JSON and no referral, and where the answer must say so. */
export interface Mutant {
  readonly kind: string;
  readonly text: string;
  readonly status: 400 | 422;
  /** Pointer that one of the faults must have. */
  readonly at: string | null;
}

const BASE = aFullReferral(({ schema }) => CANARY.slice(0, schema.maxLength));
const IN_BASE = PLACES.filter((place) => place.path.length > 0);
const OBJECTS = PLACES.filter((place) => place.schema.properties !== undefined);

const STRANGE_NAMES = [
  'surname',
  'toString',
  'hasOwnProperty',
  'constructor',
  'prototype',
  '$ref',
  '',
  ' ',
  '0',
  'length',
];
const SENDERS_NAMES = [
  `${CANARY} senior`,
  `${CANARY}/x`,
  `${CANARY}~0`,
  `é${CANARY}`,
  CANARY.repeat(5),
  '<b>',
  '\u202e',
];

/** One fault in an otherwise valid referral that holds every field there is. */
export const mutants: fc.Arbitrary<Mutant> = fc.oneof(
  {
    weight: 2,
    arbitrary: placed(
      'a missing field',
      IN_BASE.filter((place) => place.isRequired),
      [undefined],
    ),
  },
  { weight: 3, arbitrary: wrongTypes() },
  { weight: 3, arbitrary: unknownFields() },
  { weight: 2, arbitrary: tooLong() },
  { weight: 1, arbitrary: placed('a blank text', TEXT_PLACES, ['', ' ', '\t\n', '\u00a0\u3000', '\ufeff']) },
  { weight: 2, arbitrary: wrongEnums() },
  { weight: 2, arbitrary: wrongDates() },
  { weight: 2, arbitrary: wrongNumbers() },
  { weight: 1, arbitrary: wrongPatterns() },
  { weight: 1, arbitrary: prototypeKeys() },
  { weight: 1, arbitrary: missingChoices() },
);

function placed(kind: string, places: readonly Place[], values: readonly (Json | undefined)[]): fc.Arbitrary<Mutant> {
  return fc
    .tuple(fc.constantFrom(...places), fc.constantFrom(...values))
    .map(([place, value]) => mutantOf(`${kind} at ${place.pointer}`, place.path, value));
}

function mutantOf(kind: string, path: Place['path'], value: Json | undefined): Mutant {
  const at = path.map((step) => `/${step}`).join('');
  return { kind, text: JSON.stringify(withValue(BASE, path, value)), status: 422, at };
}

function wrongTypes(): fc.Arbitrary<Mutant> {
  const others: Json[] = [CANARY, 7, true, null, [CANARY], { field: CANARY }];
  return fc
    .tuple(fc.constantFrom(...IN_BASE), fc.constantFrom(...others))
    .filter(([place, value]) => kindOf(value) !== kindOf(valueAt(BASE, place.path)))
    .map(([place, value]) => mutantOf(`a ${kindOf(value)} at ${place.pointer}`, place.path, value));
}

function kindOf(value: Json | undefined): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function unknownFields(): fc.Arbitrary<Mutant> {
  return fc
    .tuple(fc.constantFrom(...OBJECTS), fc.constantFrom(...STRANGE_NAMES, ...SENDERS_NAMES))
    .map(([place, name]) => {
      const shown = /^[A-Za-z0-9_-]{1,60}$/.test(name) ? name : '(unreadable field name)';
      const mutant = mutantOf(`an unknown field in ${place.pointer}`, [...place.path, name], CANARY);
      return { ...mutant, at: `${place.pointer}/${shown}` };
    });
}

function tooLong(): fc.Arbitrary<Mutant> {
  const lists = IN_BASE.filter((place) => place.schema.maxItems !== undefined);
  const ofText = fc.constantFrom(...TEXT_PLACES).map((place) => {
    const text = CANARY.padEnd((place.schema.maxLength ?? 0) + 1, 'x');
    return mutantOf(`too long a text at ${place.pointer}`, place.path, text);
  });
  const ofList = fc.constantFrom(...lists).map((place) => {
    const [entry] = valueAt(BASE, place.path) as Json[];
    const entries = Array.from({ length: (place.schema.maxItems ?? 0) + 1 }, () => entry ?? null);
    return mutantOf(`too long a list at ${place.pointer}`, place.path, entries);
  });
  return fc.oneof({ weight: 3, arbitrary: ofText }, { weight: 1, arbitrary: ofList });
}

function wrongEnums(): fc.Arbitrary<Mutant> {
  const choices = IN_BASE.filter((place) => place.schema.enum !== undefined || place.schema.const !== undefined);
  return placed('no such choice', choices, [CANARY, '', 'YES', 'yes ', 'undefined', 'Ja', '1.0']);
}

function wrongDates(): fc.Arbitrary<Mutant> {
  const dates = IN_BASE.filter((place) => place.schema.format !== undefined);
  const never = [
    '2026-02-30',
    '2026-13-01',
    '2023-02-29',
    '26-01-01',
    '2026-1-1',
    '0000-01-01',
    '12026-01-01',
    'tomorrow',
  ];
  const odd = [
    '',
    '2026-01-01T25:00:00Z',
    '2026-01-01T12:00:00',
    '01/02/2026',
    '２０２６-01-01',
    `2026-01-01${CANARY}`,
  ];
  return placed('no date', dates, [...never, ...odd]);
}

function wrongNumbers(): fc.Arbitrary<Mutant> {
  const numbers = IN_BASE.filter((place) => place.schema.minimum !== undefined);
  const outside = fc.constantFrom(...numbers).chain((place) => {
    const { minimum = 0, maximum = 0, type } = place.schema;
    const values = [minimum - 1, maximum + 1, String(minimum), -1e300, 1e300, ...(type === 'integer' ? [0.5] : [])];
    return placed('no such number', [place], values);
  });
  const infinite = fc.constantFrom(...numbers).map((place) => {
    const mutant = mutantOf(`a number beyond numbers at ${place.pointer}`, place.path, 'BEYOND');
    return { ...mutant, text: mutant.text.replace('"BEYOND"', '1e400') };
  });
  return fc.oneof({ weight: 4, arbitrary: outside }, { weight: 1, arbitrary: infinite });
}

function wrongPatterns(): fc.Arbitrary<Mutant> {
  const patterned = IN_BASE.filter(({ schema }) => schema.pattern !== undefined && schema.pattern !== '\\S');
  const formed = patterned.filter((place) => place.schema.format === undefined);
  const forms = ['', 'c 1', 'b03', 'E01', 'B3', 'B03\n', 'c1\n', 'AB'.repeat(32), `${CANARY}!`];
  return fc.constantFrom(...formed).chain((place) => {
    const wrong = forms.filter((form) => !new RegExp(place.schema.pattern ?? '', 'u').test(form));
    return placed('a wrong form', [place], wrong);
  });
}

/** Keys that would reach the prototype of whatever they are copied to: refused before anything reads the body. */
function prototypeKeys(): fc.Arbitrary<Mutant> {
  const members = [
    `"__proto__":{"role":"${CANARY}"}`,
    `"__proto__" : null`,
    `"\\u005f\\u005fproto__":{"isAdmin":true}`,
    `"constructor":{"prototype":{"isAdmin":true}}`,
    `"\\u0063onstructor" : {"prototype" : {"isAdmin" : true}}`,
  ];
  return fc.tuple(fc.constantFrom(...OBJECTS), fc.constantFrom(...members)).map(([place, member]) => {
    const marked = withValue(BASE, [...place.path, 'MARK'], 0);
    const text = JSON.stringify(marked).replace('"MARK":0', member);
    return { kind: `a prototype key in ${place.pointer}`, text, status: 400, at: null };
  });
}

/** The two "one of these" rules of the schema. */
function missingChoices(): fc.Arbitrary<Mutant> {
  const without = (path: Place['path'], ...fields: string[]): Mutant => {
    const document = fields.reduce<JsonObject>((rest, field) => withValue(rest, [...path, field], undefined), BASE);
    const at = path.map((step) => `/${step}`).join('');
    return { kind: `nothing of ${fields.join(', ')}`, text: JSON.stringify(document), status: 422, at };
  };
  const children = mutantOf('no child', ['children'], []);
  const roots = ['[]', '""', `"${CANARY}"`, '1', 'true', 'null', '{}'];
  return fc.constantFrom<Mutant>(
    without(['referrer'], 'phone', 'email'),
    without(['children', 0], 'givenName', 'familyName', 'whyUnknown'),
    children,
    ...roots.map((text): Mutant => ({
      kind: `the root ${text}`,
      text,
      status: 422,
      at: text === '{}' ? '/children' : '',
    })),
  );
}
