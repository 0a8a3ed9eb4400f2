import { authorityPack } from './authorities.ts';
import type { Agency } from './authority-pack.ts';

/** An agency of an authority's directory; `null` where it is not, or no longer, in it. */
export function agencyOf(authorityId: string, agencyId: string): Agency | null {
  return authorityPack(authorityId).agencies.find(({ id }) => id === agencyId) ?? null;
}

/** The agency as the directory names it; its id, where it is not in it any more. */
export function agencyName(authorityId: string, agencyId: string): string {
  return agencyOf(authorityId, agencyId)?.name ?? agencyId;
}
