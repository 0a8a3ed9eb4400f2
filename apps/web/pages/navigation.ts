import { type Action, mayEver } from '#access-policy';
import type { Actor } from '#domain';
import type { Words } from '../words/words.ts';

interface Place {
  readonly href: string;
  readonly word: keyof Words['navigation'];
  readonly access: Action;
  /** Only on the first page: the menu holds what is used many times a day. */
  readonly isRare?: true;
}

/** The pages that people go to from anywhere, in the order of the menu. */
const PLACES: readonly Place[] = [
  { href: '/worklist', word: 'worklist', access: 'worklist.read' },
  { href: '/sign-off', word: 'signOff', access: 'decision.sign_off' },
  { href: '/telephone/new', word: 'takeCall', access: 'call.take' },
  { href: '/referrals/new', word: 'newReferral', access: 'referral.submit', isRare: true },
  { href: '/referrals', word: 'referrals', access: 'referral.submit' },
  { href: '/enquiries', word: 'enquiries', access: 'enquiry.answer' },
  { href: '/uploads', word: 'uploads', access: 'referral.submit', isRare: true },
  { href: '/notices', word: 'notices', access: 'worklist.read' },
  { href: '/decisions', word: 'decisions', access: 'audit.read' },
  { href: '/oversight', word: 'oversight', access: 'audit.read' },
  { href: '/rules', word: 'rules', access: 'rule_set.read' },
  { href: '/wall', word: 'wall', access: 'forecast.read', isRare: true },
  { href: '/challenges', word: 'challenges', access: 'challenge.respond', isRare: true },
  { href: '/forecast', word: 'forecast', access: 'forecast.read', isRare: true },
  { href: '/quality/to-rate', word: 'toRate', access: 'quality.rate', isRare: true },
  { href: '/break-glass', word: 'breakGlass', access: 'record.break_glass', isRare: true },
  { href: '/sign-in-reports', word: 'signInReports', access: 'audit.read', isRare: true },
];

export interface MenuEntry {
  readonly href: string;
  readonly text: string;
  readonly active: boolean;
}

/** What this person's menu holds; `path`: the page's own route. */
export function menuOf(actor: Actor, words: Words, path: string): MenuEntry[] {
  const places = PLACES.filter((place) => place.isRare !== true && mayEver(actor, place.access));
  const entries = places.map(({ href, word }) => ({ href, text: words.navigation[word], active: isAt(path, href) }));
  return [...entries, { href: '/account', text: words.account, active: isAt(path, '/account') }];
}

/** Everything that this person may open from the first page. */
export function placesOf(actor: Actor, words: Words): Omit<MenuEntry, 'active'>[] {
  const places = PLACES.filter(({ access }) => mayEver(actor, access));
  return places.map(({ href, word }) => ({ href, text: words.navigation[word] }));
}

function isAt(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
