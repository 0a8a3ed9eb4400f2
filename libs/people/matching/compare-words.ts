import { similarity, isOneSlip } from './similarity.ts';
import { soundsAlike } from './sounds.ts';

/** How far two words of a name agree, the most first. */
export type WordLevel = 'exact' | 'variant' | 'near' | 'loose' | 'different';

/** From here on two words are alike that are more than a slip apart. */
const ALIKE = 0.87;
/** Two words of one sound are one name when they are also spelled somewhat alike: Brown and Byrne are not. */
const SPELLED_ALIKE = 0.8;
/** Words with fewer letters are neighbours by chance: Hall and Hill, Leo and Lea. */
const SHORT = 5;

type Variants = ReadonlyMap<string, readonly string[]>;

export function compareWords(one: string, other: string, variants: Variants): WordLevel {
  if (one === other) return 'exact';
  if (isVariant(variants.get(one), variants.get(other))) return 'variant';
  if (asSeen(one) === asSeen(other)) return 'near';
  const alike = similarity(one, other);
  if (isOneSlip(one, other) || (alike >= SPELLED_ALIKE && soundsAlike(one, other)))
    return Math.min(one.length, other.length) < SHORT ? 'loose' : 'near';
  return alike >= ALIKE ? 'loose' : 'different';
}

function isVariant(groups: readonly string[] = [], others: readonly string[] = []): boolean {
  return groups.some((group) => others.includes(group));
}

/** Letters that look alike in a poor copy, as one of them. */
function asSeen(word: string): string {
  return word.replaceAll('rn', 'm').replaceAll('cl', 'd').replaceAll('vv', 'w').replaceAll('ii', 'u');
}
