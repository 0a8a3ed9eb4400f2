import type { AuthorityPack } from './authority-pack.ts';

const FULL_POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/;

/**
 * The area that a postcode lies in, or null where it is missing, unusable or elsewhere: such a case goes to a person,
 * never to an area picked for it.
 */
export function areaOf(authority: AuthorityPack, postcode: string | undefined): string | null {
  const compact = (postcode ?? '').toUpperCase().replaceAll(/\s/g, '');
  const outward = FULL_POSTCODE.exec(compact)?.[1] ?? compact;
  return authority.areas.find((area) => area.postcodes.includes(outward))?.id ?? null;
}
