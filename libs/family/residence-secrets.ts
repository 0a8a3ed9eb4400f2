import { addressKeyOf, type ResidenceEntry } from '#people';
import type { Member } from './member.ts';

/**
 * The same people without the addresses that are kept secret. An address is secret for everybody as soon as it is for one
 * who lives there, in older entries too: the report of a neighbour must not give away what a refuge asked for.
 */
export function withoutSecrets<Person extends Member>(members: readonly Person[]): Person[] {
  const entries = members.flatMap(({ residences }) => residences);
  const secret = new Set(entries.filter(({ stands, addressSecret }) => stands && addressSecret).map(placeOf));
  secret.delete(null);
  return members.map((member) => ({
    ...member,
    residences: member.residences.map((entry) =>
      entry.addressSecret || secret.has(placeOf(entry)) ? { ...entry, address: null, addressSecret: true } : entry,
    ),
  }));
}

/** What tells two places apart; `null` where none is known. */
export function placeOf({ address }: Pick<ResidenceEntry, 'address'>): string | null {
  if (address === null) return null;
  return addressKeyOf(address) ?? JSON.stringify([address.lines, address.postcode, address.uprn]).toLowerCase();
}
