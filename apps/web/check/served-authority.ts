import { authorityIds, authorityPack } from '#nation-packs';

interface ServedAuthority {
  readonly id: string;
  readonly name: string;
}

/** The authorities whose thresholds can be read here. */
export function servedAuthorities(): ServedAuthority[] {
  return authorityIds().map((id) => ({ id, name: authorityPack(id).name }));
}

/** The one that was asked for, or the only one there is; `null` where somebody has to choose. */
export function chosenAuthority(asked: unknown): string | null {
  const served = authorityIds();
  return served.find((id) => id === asked) ?? (served.length === 1 ? (served[0] ?? null) : null);
}
