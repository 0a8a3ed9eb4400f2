import type { Language } from '#domain';
import type { CatalogueEntry } from '#rules';
import type { Words } from '../../words/words.ts';
import { factGroup, type GroupKey } from '../try/questions.presenter.ts';

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

export const choice = (value: string, text: string, chosen = ''): Choice => ({
  value,
  text,
  selected: value === chosen,
});

export function labelIn(language: Language, { label, labelCy }: CatalogueEntry): string {
  return language === 'cy' ? (labelCy ?? label) : label;
}

/** Facts to pick from, in the groups of the page where cases are tried. */
export interface FactGroup {
  readonly title: string;
  readonly choices: readonly Choice[];
}

export function factChoices(catalogue: readonly CatalogueEntry[], language: Language, words: Words): FactGroup[] {
  const { groups } = words.rules.proof.try;
  const sorted = new Map<GroupKey, Choice[]>();
  for (const entry of catalogue) {
    const key = factGroup(entry, groups);
    sorted.set(key, [...(sorted.get(key) ?? []), choice(entry.id, labelIn(language, entry))]);
  }
  return [...sorted].map(([key, choices]) => ({ title: groups[key], choices }));
}
