import { CANARY } from './malformed-mutations.ts';

/** Bytes that are no JSON document. */
export interface BrokenJson {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Whatever stands at `HERE` in a referral that is otherwise complete. */
const WHOLE = `{"schemaVersion":"1","referrer":{"capacity":"professional","phone":"${CANARY}"},"children":[{"ref":"c1","givenName":"${CANARY}"}],"worries":{"summary":"${CANARY}"},"missingEpisodesIn90Days":HERE}`;

/**
 * Broken JSON in the classes of JSONTestSuite's must-be-refused cases, made here: values, separators, strings, numbers,
 * white space, encodings, truncation.
 */
export function brokenJson(): BrokenJson[] {
  return [
    ...values(),
    ...separators(),
    ...strings(),
    ...whitespace(),
    ...surroundings(),
    ...invalidUtf8(),
    ...otherEncodings(),
    ...truncations(),
  ];
}

function broken(group: string, texts: readonly string[]): BrokenJson[] {
  return texts.map((text) => ({ name: `${group}: ${JSON.stringify(text).slice(0, 60)}`, bytes: Buffer.from(text) }));
}

function inPlace(group: string, texts: readonly string[]): BrokenJson[] {
  return texts.map((text) => ({
    name: `${group}: ${JSON.stringify(text).slice(0, 60)}`,
    bytes: Buffer.from(WHOLE.replace('HERE', text)),
  }));
}

function values(): BrokenJson[] {
  const numbers = [
    '+1',
    '01',
    '-01',
    '.5',
    '1.',
    '1.e1',
    '1e',
    '1e+',
    '1E-',
    '-',
    '--1',
    '1..2',
    '1e1.5',
    '0x1F',
    '0b1',
  ];
  const more = ['1_000', '1,5', '1 2', '１', '1n', '0o7', '∞', '-Infinity', 'Infinity', 'NaN', '-NaN', '1f', '2.5E'];
  const literals = ['True', 'FALSE', 'None', 'nil', 'NULL', 'undefined', 'nul', 'tru', 'truefalse', 'fals'];
  return [...inPlace('number', [...numbers, ...more]), ...inPlace('literal', literals)];
}

function separators(): BrokenJson[] {
  const inObject = [
    '1,',
    '1,,"a":1',
    '1 "a":1',
    '1;"a":1',
    '1,a:1',
    '1,"a"',
    '1,"a":',
    '1,"a"::1',
    '1,"a"=1',
    "1,'a':1",
  ];
  const more = [
    '1,:1',
    '1,1:1',
    '1,null:1',
    '1,{"a":1}',
    '',
    ',',
    ':',
    '1,"a":1}',
    '{',
    '[',
    ']',
    '[1,]',
    '[,1]',
    '[1,,2]',
  ];
  const nested = [
    '[1 2]',
    '["a":1]',
    '{"a",1}',
    '{"a":1]',
    '[1}',
    '{[}',
    '(1)',
    '{"a":1,}',
    '{,}',
    '[1;2]',
    '{1}',
    '[...]',
  ];
  return inPlace('separator', [...inObject, ...more, ...nested]);
}

function strings(): BrokenJson[] {
  const escapes = [
    '\\x41',
    '\\a',
    '\\0',
    '\\',
    "\\'",
    '\\u',
    '\\u12',
    '\\u123',
    '\\uZZZZ',
    '\\u{41}',
    '\\U0041',
    '\\8',
    '\\ ',
  ];
  const controls = Array.from({ length: 32 }, (_, code) => `a${String.fromCharCode(code)}b`);
  const quotes = ["'single'", '“curly”', '`back`', '"open', 'open"', '"a"b"', '"""a"""', 'bare', '"a" + "b"', '/a/'];
  return [
    ...inPlace(
      'escape',
      escapes.map((escape) => `"${escape}"`),
    ),
    ...inPlace(
      'raw control',
      controls.map((text) => `"${text}"`),
    ),
    ...inPlace('quotes', quotes),
  ];
}

function whitespace(): BrokenJson[] {
  const strange = ['\u000b', '\u000c', '\u00a0', '\u0085', '\u2028', '\u2029', '\u200b', '\u3000', '\u2060', '\u0000'];
  return [
    ...inPlace(
      'white space',
      strange.map((space) => `${space}1`),
    ),
    ...broken('nothing', ['', ' ', '\n\n', '\t', '\r\n  \r\n', '\u00a0', '\ufeff', '\ufeff\ufeff{}']),
  ];
}

function surroundings(): BrokenJson[] {
  const whole = WHOLE.replace('HERE', '1');
  const after = ['}', ']', ',', '{}', ' x', '\u0000', '#', '//x', '/**/', ';', '"', '\u001a', whole, `\n${whole}`];
  const before = [
    '{',
    '[',
    ',',
    'x=',
    '//x\n',
    '/**/',
    '#\n',
    ")]}',\n",
    '\u0000',
    'callback(',
    '\u001e',
    '\ufeff\ufeff',
  ];
  const others = [
    `<referral>${CANARY}</referral>`,
    `name: ${CANARY}`,
    `name=${CANARY}&x=1`,
    `a,b\n${CANARY},2`,
    '---\n- 1\n',
  ];
  return [
    ...broken(
      'after',
      after.map((text) => `${whole}${text}`),
    ),
    ...broken(
      'before',
      before.map((text) => `${text}${whole}`),
    ),
    ...broken('another format', others),
    ...inPlace('comment', ['/* x */1', '1//x\n', '#x\n1', '<!-- x -->1']),
  ];
}

const BAD_BYTES: readonly (readonly number[])[] = [
  [0xff],
  [0xfe],
  [0x80],
  [0xbf],
  [0xc0, 0x80],
  [0xc1, 0xbf],
  [0xc3],
  [0xe2, 0x82],
  [0xe0, 0x80, 0x80],
  [0xed, 0xa0, 0x80],
  [0xed, 0xbf, 0xbf],
  [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
  [0xf0, 0x80, 0x80, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf8, 0x88, 0x80, 0x80, 0x80],
  [0xe9],
  [0x93, 0x94],
];

function invalidUtf8(): BrokenJson[] {
  const [before = '', after = ''] = WHOLE.replace('HERE', '1').split(CANARY, 2);
  const rest = WHOLE.replace('HERE', '1').slice(before.length + CANARY.length + after.length);
  return BAD_BYTES.map((bytes) => ({
    name: `invalid UTF-8: ${Buffer.from(bytes).toString('hex')}`,
    bytes: Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after), Buffer.from(rest)]),
  }));
}

function otherEncodings(): BrokenJson[] {
  const whole = WHOLE.replace('HERE', '1');
  const little = Buffer.from(whole, 'utf16le');
  const utf32 = Buffer.from(Array.from(whole).flatMap((character) => [character.charCodeAt(0), 0, 0, 0]));
  return [
    { name: 'UTF-16 little-endian', bytes: little },
    { name: 'UTF-16 little-endian with its mark', bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), little]) },
    { name: 'UTF-16 big-endian', bytes: Buffer.from(little).swap16() },
    {
      name: 'UTF-16 big-endian with its mark',
      bytes: Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()]),
    },
    { name: 'UTF-32', bytes: utf32 },
    { name: 'Base64', bytes: Buffer.from(Buffer.from(whole).toString('base64')) },
    { name: 'Latin-1', bytes: Buffer.from(whole.replace(CANARY, 'Zoë'), 'latin1') },
  ];
}

function truncations(): BrokenJson[] {
  const whole = Buffer.from(WHOLE.replace('HERE', '"é😀"'));
  const cuts = Array.from({ length: 45 }, (_, index) => 1 + Math.floor((index * (whole.length - 2)) / 45));
  const inTheEnd = Array.from({ length: 8 }, (_, index) => whole.length - 1 - index);
  return [...cuts, ...inTheEnd].map((length) => ({
    name: `cut after ${String(length)} bytes`,
    bytes: whole.subarray(0, length),
  }));
}
