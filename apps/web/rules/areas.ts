import { profileOf } from '#nation-packs';
import type { Words } from '../words/words.ts';

/** Of an authority, with the names that people know them by. */
export interface AreaName {
  readonly id: string;
  readonly name: string;
}

/** The last part of the address of what is in force where the area is not known. */
export const UNKNOWN_AREA = 'unknown';

export function areasOf(authorityId: string): readonly AreaName[] {
  return profileOf(authorityId).authority.areas.map(({ id, name }) => ({ id, name }));
}

/** The name of an area of what is in force; `*`: cases whose area is not known. */
export function areaName(areas: readonly AreaName[], id: string, words: Words): string {
  if (id === '*') return words.rules.unknownArea;
  return areas.find((area) => area.id === id)?.name ?? id;
}

/** The name of an area that rules or an activation are for; `*`: all of the authority. */
export function scopeName(areas: readonly AreaName[], id: string, words: Words): string {
  return id === '*' ? words.rules.allAreas : areaName(areas, id, words);
}
