import type { Household, ReferralDocument, Referrer } from '#domain';

/** Why somebody is not written to automatically. The first three call for a person; `anonymous` cannot be reached. */
export const UNSAFE_REASONS = [
  'may_be_source_of_harm',
  'may_live_with_source',
  'safe_contact_given',
  'child_contacts_us',
] as const;
export type UnsafeReason = (typeof UNSAFE_REASONS)[number];

/** As much of a referral as says who might read what its sender gets. */
export type SenderSafety = Pick<ReferralDocument, 'referrer' | 'household' | 'worries' | 'domesticAbuse'>;

/**
 * Whether the sender may be written to without a person's thinking about it first; `null` when so. No letter is ever
 * sent. Whatever is not known counts against writing as soon as somebody is said to cause harm (domain pack 3.5, 8).
 */
export function unsafeToWrite(said: SenderSafety): UnsafeReason | null {
  const { referrer, worries, domesticAbuse } = said;
  const source = worries.allegedSourceOfHarm?.name;
  if (source !== undefined && isSamePerson(referrer, source)) return 'may_be_source_of_harm';
  if (referrer.capacity === 'professional') return null;
  // What somebody wrote about how to reach them or the victim, only a person can read.
  if (isSaid(domesticAbuse?.safeContact) || isSaid(referrer.safeContact)) return 'safe_contact_given';
  // Somebody else may hold a child's telephone or read their e-mail.
  return referrer.capacity === 'child' ? 'child_contacts_us' : unsafeAtHome(said);
}

function unsafeAtHome({ referrer, household, worries, domesticAbuse }: SenderSafety): UnsafeReason | null {
  const people = household?.people ?? [];
  const perpetrators = people.filter(({ factors }) => factors?.includes('domestic_abuse_perpetrator'));
  if (perpetrators.some(({ name }) => name !== undefined && isSamePerson(referrer, name)))
    return 'may_be_source_of_harm';
  const { allegedSourceOfHarm: alleged } = worries;
  if (alleged === undefined && perpetrators.length === 0 && domesticAbuse === undefined) return null;
  const sources = [...(alleged === undefined ? [] : [alleged]), ...perpetrators].map(({ name }) => name ?? null);
  return mayLiveTogether(referrer, household, sources) ? 'may_live_with_source' : null;
}

/** Only where it is known that one of them lives elsewhere may they not live together. */
function mayLiveTogether(
  referrer: Referrer,
  household: Household | undefined,
  sources: readonly (string | null)[],
): boolean {
  const own = referrer.name === undefined ? 'not_known' : livesThere(household, referrer.name);
  // Neighbours and passers-by live elsewhere unless the household lists them.
  if (own === 'no' || (own === 'not_known' && referrer.capacity === 'public')) return false;
  if (sources.length === 0) return true;
  return sources.some((name) => name === null || livesThere(household, name) !== 'no');
}

function livesThere(household: Household | undefined, name: string): 'yes' | 'no' | 'not_known' {
  const found = (household?.people ?? []).find((person) => person.name !== undefined && sameName(person.name, name));
  const answer = found?.livesInHousehold;
  return answer === 'yes' || answer === 'no' ? answer : 'not_known';
}

/** By name, or by an e-mail address made of the name. */
function isSamePerson({ name, email }: Referrer, other: string): boolean {
  if (name !== undefined && sameName(name, other)) return true;
  const wanted = wordsOf(other);
  const local = folded(email?.split('@')[0] ?? '').replaceAll(/[^a-z]/g, '');
  return wanted.length > 1 && wanted.every((word) => local.includes(word));
}

/** Whatever the order, case, accents or further names: every word of the shorter stands in the longer. */
function sameName(one: string, other: string): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  return short.length > 0 && short.every((word) => long.includes(word));
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'dame', 'rev', 'prof']);

function wordsOf(name: string): string[] {
  return folded(name)
    .replaceAll(/['’]/g, '')
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1 && !TITLES.has(word));
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function isSaid(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
