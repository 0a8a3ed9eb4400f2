import { NO_NAMES, type PersonNames } from './person-details.ts';

/**
 * A name written in one line, as its parts: the last word is the family name, unless a comma says that it stands first.
 * Titles are left out. What names nobody ("Mum", "not known") gives no names.
 */
export function splitName(text: string | undefined): PersonNames {
  const [before = '', after] = (text ?? '').split(',', 2);
  const words = wordsOf(before);
  if (NOBODY.test(words.join(' '))) return NO_NAMES;
  if (after !== undefined && wordsOf(after).length > 0)
    return { given: orNull(wordsOf(after)), family: orNull(words), other: [] };
  const start = familyStartOf(words);
  return { given: orNull(words.slice(0, start)), family: orNull(words.slice(start)), other: [] };
}

/** Where the family name begins: particles and patronymics belong to what follows them. A single word is a given name. */
function familyStartOf(words: readonly string[]): number {
  const last = words.length - 1;
  if (last < 1) return words.length;
  const particle = words.findIndex((word, index) => index > 0 && index < last && PARTICLE.test(word));
  return particle === -1 ? last : particle;
}

function wordsOf(text: string): string[] {
  const words = text.replace(/\(.*?\)/g, ' ').split(/\s+/);
  return words.filter((word) => word !== '' && !TITLE.test(word));
}

function orNull(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(' ');
}

const TITLE = /^(mr|mrs|ms|miss|mx|dr|prof|rev|sir|pc|dc|wpc)\.?$/i;
const PARTICLE = /^(ap|ab|ferch|verch|mac|van|von|de|del|della|di|da|dos|al|el|bin|binti|bint|ibn|st\.?)$/i;
const NOBODY =
  /^(|(not |un)known.*|name (not |un)known|n\/?a|none|no name|mum|mam|mother|dad|father|(step|grand)-?(mother|father|dad|mum)|parent|partner|boyfriend|girlfriend|brother|sister|sibling|baby|unborn.*|unnamed.*|child|adult|male|female)$/i;
