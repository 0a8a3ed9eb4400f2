import { doubleMetaphone } from 'double-metaphone';

/** How a word may sound (double metaphone, Philips 2000): one or two codes; the word itself where it has no sound. */
export function soundsOf(word: string): readonly string[] {
  const [first, second] = doubleMetaphone(word);
  if (first === '') return [word];
  return second === first || second === '' ? [first] : [first, second];
}

export function soundsAlike(one: string, other: string): boolean {
  const codes = soundsOf(other);
  return soundsOf(one).some((code) => code.length > 1 && codes.includes(code));
}
