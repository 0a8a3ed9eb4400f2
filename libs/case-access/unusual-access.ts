import type { Actor, Case, ReferralDocument } from '#domain';

/** What about a look at a record a manager should hear of. */
export const ALERT_KINDS = ['own_surname', 'own_address', 'many_look_ups', 'outside_team', 'break_glass'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/**
 * What is unusual about this person's look at this case, by itself. A name or a postcode that is not known matches
 * nothing; whoever works in no team in particular is outside none.
 */
export function unusualAbout(actor: Actor, found: Case, document: ReferralDocument | null): AlertKind[] {
  const kinds: AlertKind[] = [];
  if (document !== null && sharesSurname(actor, found, document)) kinds.push('own_surname');
  if (document !== null && sharesPostcode(actor, found, document)) kinds.push('own_address');
  if (isOutsideTeam(actor, found)) kinds.push('outside_team');
  return kinds;
}

function sharesSurname(actor: Actor, { childIndex }: Case, { children, household }: ReferralDocument): boolean {
  const own = surnameOf(actor.name);
  const people = (household?.people ?? []).map(({ name }) => surnameOf(name ?? ''));
  const child = plain(children[childIndex]?.familyName ?? '');
  // A double-barrelled name has its parts in common with each.
  return own !== '' && [child, ...people].some((name) => name === own || name.split(' ').includes(own));
}

function sharesPostcode({ homePostcode }: Actor, { childIndex }: Case, { children }: ReferralDocument): boolean {
  const own = compact(homePostcode ?? '');
  return own !== '' && compact(children[childIndex]?.address?.postcode ?? '') === own;
}

function isOutsideTeam(actor: Actor, { queue, claimedBy }: Case): boolean {
  const looksEverywhere = actor.roles.includes('manager') || actor.roles.includes('auditor');
  if (looksEverywhere || actor.teams.length === 0) return false;
  return !actor.teams.includes(queue) && claimedBy !== actor.id;
}

function surnameOf(name: string): string {
  return plain(name.trim().split(/\s+/).at(-1) ?? '');
}

/** Letters only, without case and accents; parts of a double name apart. */
function plain(text: string): string {
  const letters = text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  return letters
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
}

function compact(postcode: string): string {
  return postcode.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
