/** Of a sentence. */
const LEAST_WORDS = 5;

/**
 * How old a reader must be for an English text, by Flesch and Kincaid (1975): grade = 0.39 words a sentence + 11.8
 * syllables a word - 15.59, and a child in the first grade is six. It knows nothing of meaning: short sentences of short
 * words count as easy. Syllables are counted by groups of vowels, right for about nine words in ten. Headings, labels and
 * other scraps are left out, which would make everything look easy. Not for Welsh.
 */
export function readingAge(texts: readonly string[], known: readonly string[] = []): number {
  const sentences = texts.flatMap(sentencesOf).filter((sentence) => wordsOf(sentence).length >= LEAST_WORDS);
  const words = sentences.flatMap((sentence) => wordsOf(sentence, known));
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59 + 5;
}

/** Words of a text, those that its readers know from their work taken for one of two syllables. */
export function wordsOf(text: string, known: readonly string[] = []): string[] {
  const plain = text.toLowerCase().replaceAll('’', "'");
  const without = known.reduce((left, each) => left.replace(new RegExp(`\\b${each}s?\\b`, 'g'), 'common'), plain);
  return without.match(/[a-z][a-z']*/g) ?? [];
}

function sentencesOf(text: string): string[] {
  return text.split(/[.!?:;]+(?:\s|$)/).filter((sentence) => /[a-z]/i.test(sentence));
}

function syllablesOf(word: string): number {
  const spoken = word
    .replace(/'s?$/, '')
    .replace(/(?<![aeiouy])e$/, (end) => (/[^aeiouy]le$/.test(word) ? end : ''))
    .replace(/(?<=[^aeioutd])ed$/, 'd');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
