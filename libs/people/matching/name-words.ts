import { foldWords } from './fold.ts';

/** The words of a given name that tell people apart, in order. "Baby", "Twin 2" and the like are no name. */
export function givenWords(text: string | null): string[] {
  if (text === null) return [];
  return withoutUnless(foldWords(text), (word) => PLACEHOLDERS.has(word) || /^\d+$/.test(word), false);
}

/**
 * The words of a family name that tell families apart: particles, patronymic words and honorifics left out, "Mac" and "O"
 * joined to what follows, and endings that depend on sex made one (Kowalska, Kowalski).
 */
export function familyWords(text: string | null): string[] {
  if (text === null) return [];
  const words = joined(foldWords(text)).filter((word) => !PLACEHOLDERS.has(word));
  return withoutUnless(words, (word) => PARTICLES.has(word), true).map(ofEitherSex);
}

/** Without the words that are dropped, but for a name of nothing else where it is to be kept. */
function withoutUnless(words: readonly string[], isDropped: (word: string) => boolean, keepsLast: boolean): string[] {
  const left = words.filter((word) => !isDropped(word));
  return left.length === 0 && keepsLast ? [...words] : left;
}

/** "Mac Donald", "MacDonald" and "McDonald" are one; "O Brien" and "O'Brien" too. */
function joined(words: readonly string[]): string[] {
  const made: string[] = [];
  for (const word of words) {
    const before = made.at(-1);
    if (before === 'mc' || before === 'mac' || before === 'o') made[made.length - 1] = `${before}${word}`;
    else made.push(word);
  }
  return made.map((word) => (/^mac[b-df-hj-np-z]/.test(word) && word.length > 5 ? `mc${word.slice(3)}` : word));
}

/** Polish, Czech, Russian, Bulgarian and Lithuanian names end otherwise for women. */
function ofEitherSex(word: string): string {
  return word
    .replace(/(?<=..[scz])ka$/, 'ki')
    .replace(/(?<=..[oe]v)a$/, '')
    .replace(/(?<=...)(ska|skaya|skyy|skiy|sky|skyi|skyj)$/, 'ski')
    .replace(/(?<=...)(iene|aite|yte|ute)$/, '');
}

const PLACEHOLDERS: ReadonlySet<string> = new Set(
  'unknown unborn baby infant twin child unnamed unidentified boy girl male female not known tbc nk mr mrs ms miss dr'.split(
    ' ',
  ),
);

/** `ap`, `ab` and `ferch` are "son" and "daughter of" in Welsh; Singh, Kaur and Begum are left out beside another name. */
const PARTICLES: ReadonlySet<string> = new Set(
  (
    'ap ab ferch verch al el ul ud ur bin binti bint ibn abu van von der den de del della di da dos das la le du st ' +
    'singh kaur begum bibi khatun khatoon'
  ).split(' '),
);
