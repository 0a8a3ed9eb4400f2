import { distance } from 'fastest-levenshtein';

/** One letter added, left out, replaced, or two neighbours swapped, in a word long enough for that to say little. */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.max(one.length, other.length) < 3 || Math.min(one.length, other.length) < 2) return false;
  if (Math.abs(one.length - other.length) > 1) return false;
  return distance(one, other) <= 1 || isTransposed(one, other);
}

/** The same but for two neighbouring characters that changed places. */
export function isTransposed(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const places = Array.from(one).flatMap((letter, place) => (letter === other[place] ? [] : [place]));
  const [first = 0, second = 0, ...rest] = places;
  return (
    places.length === 2 &&
    rest.length === 0 &&
    second === first + 1 &&
    one[first] === other[second] &&
    one[second] === other[first]
  );
}

/** From 0, nothing alike, to 1, the same: Jaro's similarity with Winkler's bonus for a beginning in common. */
export function similarity(one: string, other: string): number {
  const jaro = jaroOf(one, other);
  let prefix = 0;
  while (prefix < 4 && prefix < one.length && one[prefix] === other[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(one: string, other: string): number {
  if (one === other) return 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Set<number>();
  const shared: string[] = [];
  for (const [place, letter] of Array.from(one).entries()) {
    const found = findWithin(other, letter, [place - reach, place + reach], taken);
    if (found === null) continue;
    taken.add(found);
    shared.push(letter);
  }
  if (shared.length === 0) return 0;
  const inOther = [...taken].sort((a, b) => a - b).map((place) => other[place]);
  const outOfPlace = shared.filter((letter, index) => letter !== inOther[index]).length / 2;
  const { length } = shared;
  return (length / one.length + length / other.length + (length - outOfPlace) / length) / 3;
}

function findWithin(
  text: string,
  letter: string,
  [from, to]: [number, number],
  taken: ReadonlySet<number>,
): number | null {
  for (let place = Math.max(0, from); place <= Math.min(to, text.length - 1); place += 1)
    if (text[place] === letter && !taken.has(place)) return place;
  return null;
}
