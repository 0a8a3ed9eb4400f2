/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  '’': "'",
  '‘': "'",
};

/** Marks, soft hyphens and characters without width: nobody sees them, so nothing may hide behind them. */
const UNSEEN = /[\p{M}\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;

/**
 * A text without case and accents, every character of which knows where it stood. Beyond ASCII it holds letters and digits
 * alone: every other sign has become one of ASCII, so that patterns need no tables of Unicode.
 */
export interface FoldedText {
  readonly folded: string;
  /** Where in the original the folded character at this place, or the end, stands. */
  at(index: number): number;
}

function fold(text: string): string {
  return foldedText(text).folded;
}

export function foldedText(text: string): FoldedText {
  let folded = '';
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const plain = plainOf(character);
    folded += plain;
    for (let count = 0; count < plain.length; count += 1) places.push(place);
    place += character.length;
  }
  return { folded, at: (index) => places[index] ?? text.length };
}

function plainOf(character: string): string {
  const lower = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(UNSEEN, '');
  return Array.from(lower, (each) => PLAIN[each] ?? plainSign(each)).join('');
}

function plainSign(sign: string): string {
  if (sign <= '\u007f' || /[\p{L}\p{N}]/u.test(sign)) return sign;
  return /\p{Pd}/u.test(sign) ? '-' : ' ';
}

/** Words of letters and digits, folded. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Letters and digits alone, folded. */
export function compact(text: string): string {
  return wordsOf(text).join('');
}
