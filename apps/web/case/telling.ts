import type { Actor, DecidedPathway, Language, Level } from '#domain';
import type { AuthorityProfile } from '#nation-packs';
import { dayIn, momentIn } from '../pages/moments.ts';
import type { Words } from '../words/words.ts';

/** In which words a case is told, to whom, at what moment, of which authority. */
export interface Telling {
  readonly words: Words;
  readonly language: Language;
  readonly now: Date;
  readonly actor: Actor;
  readonly authority: AuthorityProfile;
}

/** A text whose language need not be the page's: screen readers are told. */
export interface Said {
  readonly text: string;
  /** `null`: the page's own. */
  readonly lang: 'en' | null;
}

/** A text of a pack in the page's language, or in English where the pack has no other. */
export function said({ language }: Pick<Telling, 'language'>, text: string, textCy?: string): Said {
  if (language === 'en') return { text, lang: null };
  return textCy === undefined ? { text, lang: 'en' } : { text: textCy, lang: null };
}

/** What the nation calls a level; in Welsh, where it has no word, what the service calls it. */
export function levelWords({ language, words, authority }: Telling, level: Level): string {
  const named = authority.nationPack.levels.find((each) => each.level === level);
  const title = language === 'en' ? named?.title : named?.titleCy;
  return title ?? words.codes.levels[level];
}

/** The level that was decided; without one nothing more is done. */
export function outcomeWords(telling: Telling, level: Level | null): string {
  return level === null ? telling.words.codes.pathways.no_further_action : levelWords(telling, level);
}

export function pathwayWords({ language, words, authority }: Telling, pathway: DecidedPathway): string {
  const named = authority.nationPack.pathways.find((each) => each.pathway === pathway);
  const title = language === 'en' ? named?.title : named?.titleCy;
  return title ?? words.codes.pathways[pathway];
}

export function moment({ language }: Telling, at: Date): string {
  return momentIn(language, at);
}

export function day({ language }: Telling, at: Date | string): string {
  return dayIn(language, at);
}

/** A line of a list of facts: what, and how it is. */
export interface Row {
  readonly label: string;
  readonly value: string;
}

/** Rows of what was said; what nobody said has none. */
export function rowsOf(pairs: readonly (readonly [label: string, value: string | null | undefined])[]): Row[] {
  return pairs.flatMap(([label, value]) =>
    value === null || value === undefined || value.trim() === '' ? [] : [{ label, value }],
  );
}
