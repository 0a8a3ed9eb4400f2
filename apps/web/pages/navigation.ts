import { type Action, mayEver } from '#access-policy';
import type { Actor } from '#domain';
import type { Words } from '../words/words.ts';

interface Place {
  readonly href: string;
  readonly word: keyof Words['navigation'];
  readonly access: Action;
}

/** The pages that people go to from anywhere, in the order of the menu. */
const PLACES: readonly Place[] = [];

export interface MenuEntry {
  readonly href: string;
  readonly text: string;
  readonly active: boolean;
}

/** What this person's menu holds; `path`: the page's own route. */
export function menuOf(actor: Actor, words: Words, path: string): MenuEntry[] {
  const places = PLACES.filter(({ access }) => mayEver(actor, access));
  const entries = places.map(({ href, word }) => ({ href, text: words.navigation[word], active: isAt(path, href) }));
  return [...entries, { href: '/account', text: words.account, active: isAt(path, '/account') }];
}

function isAt(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
