import { compact, wordsOf } from './folded-text.ts';

/** In folded text: whatever is no letter and no digit, and whatever is. */
const SIGN = String.raw`[\x00-\x2f\x3a-\x60\x7b-\x7f]`;
const LETTER = String.raw`[0-9a-z\u{80}-\u{10ffff}]`;

/** What may stand between the words of one name or address, and between the signs of one number. */
const BETWEEN_WORDS = `${SIGN}{0,5}`;
const BETWEEN_SIGNS = `${SIGN}{0,3}`;
/** Inside a word: a hyphen or a full stop that somebody put there. */
const INSIDE = `[-.'_]?`;
/** A long word is recognised however it is broken up. */
const LONG = 6;
const MONTHS = [
  ['january', 'ionawr'],
  ['february', 'chwefror'],
  ['march', 'mawrth'],
  ['april', 'ebrill'],
  ['may', 'mai'],
  ['june', 'mehefin'],
  ['july', 'gorffennaf'],
  ['august', 'awst'],
  ['september', 'medi'],
  ['october', 'hydref'],
  ['november', 'tachwedd'],
  ['december', 'rhagfyr'],
];
const STREETS: Readonly<Record<string, string>> = {
  road: 'rd',
  street: 'st',
  lane: 'ln',
  avenue: 'ave?',
  close: 'cl',
  drive: 'dr',
  court: 'ct',
  crescent: 'cres',
  terrace: 'terr?',
  place: 'pl',
  gardens: 'gdns',
  square: 'sq',
  flat: 'flt',
  apartment: 'apt',
};

/** All patterns are for folded text and stop where a word does. */
function bounded(source: string): RegExp {
  return new RegExp(`(?<!${LETTER})(?:${source})(?!${LETTER})`, 'gu');
}

/** One word: as it is, broken up when it is long, or spelt out letter by letter. */
function word(text: string): string {
  const signs = Array.from(text);
  const spelt = signs.join(`${SIGN}{1,3}`);
  const whole = signs.join(text.length >= LONG ? BETWEEN_SIGNS : INSIDE);
  return `(?:${whole}|${spelt})`;
}

export function wordPattern(text: string): RegExp {
  return bounded(word(text));
}

/** Words in this order, with or without spaces between them. */
export function wordsPattern(words: readonly string[]): RegExp {
  return bounded(words.map(word).join(BETWEEN_WORDS));
}

export function addressPattern(line: string): RegExp {
  const words = wordsOf(line).map((each) => {
    const short = STREETS[each];
    return short === undefined ? word(each) : `(?:${word(each)}|${short})`;
  });
  return bounded(words.join(BETWEEN_WORDS));
}

/** A reference, a postcode: its signs in their order, whatever stands between. */
export function numberPattern(text: string): RegExp {
  return bounded(Array.from(compact(text)).join(BETWEEN_SIGNS));
}

/** With or without the country's code, however it is grouped. */
export function telephonePattern(text: string): RegExp {
  const national = nationalNumber(text);
  const prefix = String.raw`(?:(?:\+|0${BETWEEN_SIGNS}0)?${BETWEEN_SIGNS}4${BETWEEN_SIGNS}4${BETWEEN_SIGNS})?(?:0${BETWEEN_SIGNS})?`;
  return bounded(prefix + Array.from(national).join(BETWEEN_SIGNS));
}

/** Without the leading 0 or the country's code. */
export function nationalNumber(text: string): string {
  return text
    .replace(/\D/g, '')
    .replace(/^(?:00)?44(?=\d{9,})/, '')
    .replace(/^0+/, '');
}

export function emailPattern(text: string): RegExp {
  const signs = Array.from(text.toLowerCase().replace(/\s/g, ''), (sign) => {
    if (sign === '@') return String.raw`(?:@|\(at\)|\[at\]|\s+at\s+)`;
    if (sign === '.') return String.raw`(?:\.|\(dot\)|\[dot\]|\s+dot\s+)`;
    return /[\p{L}\p{N}]/u.test(sign) ? sign : `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
  });
  return bounded(signs.join(String.raw`\s{0,2}`));
}

/** A day written in figures or in words, in English or Welsh. `YYYY-MM-DD`. */
export function dayPattern(date: string): RegExp {
  const [year = '', month = '', day = ''] = date.split('-');
  const figures = (two: string): string => `0?${String(Number(two))}`;
  const [english = '', welsh = ''] = MONTHS[Number(month) - 1] ?? [];
  const years = `(?:${year}|'?${year.slice(2)})`;
  const gap = `${SIGN}{1,4}`;
  const ordinal = `${figures(day)}(?:${BETWEEN_SIGNS}(?:st|nd|rd|th|af|ail|ydd|fed|eg))?`;
  const months = `(?:${english}|${english.slice(0, 3)}${month === '09' ? 't?' : ''}|${welsh})`;
  return bounded(
    [
      `${year}${gap}${figures(month)}${gap}${figures(day)}`,
      `${year}${month}${day}`,
      `${day}${month}${year}`,
      `${figures(day)}${gap}${figures(month)}${gap}${years}`,
      `${ordinal}(?:${gap}of)?${SIGN}{0,4}${months}${SIGN}{0,4}${years}`,
      `${months}${SIGN}{0,4}${ordinal}${gap}${years}`,
    ].join('|'),
  );
}
