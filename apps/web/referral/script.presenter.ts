import type { Words } from '../words/words.ts';
import type { FormPlace } from './form-place.ts';

/** What the contact centre reads out on this page, and what it asks; `null` in every other form. */
export function presentScript({ opened: { draft } }: FormPlace, key: string, words: Words): readonly string[] | null {
  if (draft.channel !== 'telephone') return null;
  const scripts: Readonly<Record<string, readonly string[]>> = words.telephone.script;
  return scripts[key] ?? (key.startsWith('topic-') ? words.telephone.script.topic : null);
}
