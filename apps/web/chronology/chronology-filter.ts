import type { Language } from '#domain';
import { categoryInWords, CHRONOLOGY_CATEGORIES } from '#chronology';
import type { Answers } from '../records/answers.ts';
import { type Field, optionsOf } from '../records/field.ts';
import type { Words } from '../words/words.ts';

const ORDERS = ['newest_first', 'oldest_first'] as const;

/** What somebody can choose to see: days, kinds, whose. */
export function scopeFields({ chronology: text }: Words, language: Language): Field[] {
  const categories = CHRONOLOGY_CATEGORIES.map((value) => ({ value, text: categoryInWords(value, language) }));
  return [
    { kind: 'day', name: 'from', label: text.from },
    { kind: 'day', name: 'to', label: text.to },
    { kind: 'choices', name: 'categories', label: text.categories, options: categories },
    { kind: 'tick', name: 'alone', label: text.alone },
  ];
}

export function filterFields(words: Words, language: Language): Field[] {
  const { chronology: text } = words;
  return [
    ...scopeFields(words, language),
    { kind: 'choice', name: 'order', label: text.order, options: optionsOf(ORDERS, text.orders) },
  ];
}

/** What was chosen, as the chronology takes it. */
export function scopeOf(answers: Answers) {
  const categories = answers.someOf('categories', CHRONOLOGY_CATEGORIES);
  return {
    from: answers.textOrNull('from'),
    to: answers.textOrNull('to'),
    categories: categories.length === 0 ? null : categories,
    withSiblings: !answers.isTicked('alone'),
  };
}

export function orderOf(answers: Answers): (typeof ORDERS)[number] {
  return answers.oneOrNone('order', ORDERS) ?? 'newest_first';
}
