/** A part of the list that somebody opened: places from 1, both included. */
export interface OpenedPlaces {
  readonly first: number;
  readonly last: number;
}

/** How many places of a list were opened at least once. Parts may overlap and come in any order. */
export function placesOpened(parts: readonly OpenedPlaces[]): number {
  let opened = 0;
  let upTo = 0;
  for (const { first, last } of [...parts].sort((a, b) => a.first - b.first)) {
    if (last <= upTo) continue;
    opened += last - Math.max(first - 1, upTo);
    upTo = last;
  }
  return opened;
}
