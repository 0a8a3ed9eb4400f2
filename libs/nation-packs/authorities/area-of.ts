import type { AuthorityPack } from './authority-pack.ts';

const FULL_POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/;

/**
 * The area that a postcode lies in, or null where it is missing, unusable or elsewhere: such a case goes to a person,
 * never to an area picked for it.
 */
export function areaOf(authority: AuthorityPack, postcode: string | undefined): string | null {
  const outward = outwardCode(postcode);
  return authority.areas.find((area) => area.postcodes.includes(outward))?.id ?? null;
}

/**
 * The deprivation decile of a postcode's outward code, from 1 (the most deprived tenth of its nation) to 10; null where
 * the postcode is missing or the pack holds none, which is never the same as "not deprived". For counting who is
 * reached (domain pack 1.5 S4-08, 6.3): no rule may ask for it.
 */
export function deprivationDecileOf(authority: AuthorityPack, postcode: string | undefined): number | null {
  return authority.deprivationDeciles.get(outwardCode(postcode)) ?? null;
}

/** The first half of a postcode, in capitals; what is no full postcode stays as it is. */
function outwardCode(postcode: string | undefined): string {
  const compact = (postcode ?? '').toUpperCase().replaceAll(/\s/g, '');
  return FULL_POSTCODE.exec(compact)?.[1] ?? compact;
}
