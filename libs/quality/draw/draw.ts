import { sha256 } from '#platform';

/** A decision that could be drawn. */
export interface Candidate {
  readonly decisionId: string;
  /** The group it counts in; `null` where groups do not matter. */
  readonly stratum: string | null;
}

/**
 * Draws decisions by chance that anybody can check: within each group they stand in the order of the SHA-256 of
 * `seed:decision`, and the first ones are taken. Groups get places by their size, each at least one while places last.
 * Pure: the same seed and candidates give the same sample, in whatever order they come.
 */
export function drawSample<Each extends Candidate>(candidates: readonly Each[], seed: string, size: number): Each[] {
  const groups = new Map<string, Each[]>();
  for (const each of candidates) groups.set(each.stratum ?? '', [...(groups.get(each.stratum ?? '') ?? []), each]);
  const names = [...groups.keys()].sort();
  const sizes = names.map((name) => groups.get(name)?.length ?? 0);
  const places = placesFor(sizes, Math.min(size, candidates.length));
  const drawn = names.flatMap((name, at) => shuffled(groups.get(name) ?? [], seed).slice(0, places[at]));
  // Mixed once more, so that the place in the list tells nothing of the group.
  return shuffled(drawn, `${seed}:order`);
}

/** What a sample was drawn from, as one hash: over the ids in order, each with a line end. */
export function frameHash(candidates: readonly Candidate[]): string {
  return sha256(
    candidates
      .map(({ decisionId }) => `${decisionId}\n`)
      .sort()
      .join(''),
  );
}

function shuffled<Each extends Candidate>(some: readonly Each[], seed: string): Each[] {
  return some
    .map((each) => ({ each, key: sha256(`${seed}:${each.decisionId}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ each }) => each);
}

/** Largest remainders, after one place for each group while there are enough. */
function placesFor(sizes: readonly number[], wanted: number): number[] {
  const least = wanted >= sizes.length ? 1 : 0;
  const places: number[] = sizes.map(() => least);
  const all = sizes.reduce((total, size) => total + size, 0);
  const due = sizes.map((size) => (size / all) * wanted);
  for (let left = wanted - places.length * least; left > 0; left -= 1) {
    const lacks = due.map((share, at) => (full(at) ? -Infinity : share - (places[at] ?? 0)));
    const next = lacks.indexOf(Math.max(...lacks));
    places[next] = (places[next] ?? 0) + 1;
  }
  return places;

  function full(at: number): boolean {
    return (places[at] ?? 0) >= (sizes[at] ?? 0);
  }
}
