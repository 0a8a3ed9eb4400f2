/** A mention and whom it is said to be about. */
interface Grouped {
  readonly id: string;
  readonly personId: string;
}

type Pair = readonly [one: string, other: string];

/**
 * Mentions by the people they are taken to be: those of one `personId` together, then those that match, unless somebody
 * said of any two on either side that they are different people. Groups and the mentions in
 * each keep the order in which they came.
 */
export function groupMentions<Found extends Grouped>(
  mentions: readonly Found[],
  matches: readonly Pair[],
  apart: readonly Pair[],
): Found[][] {
  const groups = byPerson(mentions);
  for (const [one, other] of matches) {
    const [first, second] = [groups.get(one), groups.get(other)];
    if (first === undefined || second === undefined || first === second || areApart(first, second, apart)) continue;
    first.push(...second);
    for (const { id } of second) groups.set(id, first);
  }
  const inOrder = new Map<Found[] | undefined, Found[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.id);
    inOrder.set(group, [...(inOrder.get(group) ?? []), mention]);
  }
  return [...inOrder.values()];
}

/** The group of each mention by its id. */
function byPerson<Found extends Grouped>(mentions: readonly Found[]): Map<string, Found[]> {
  const people = new Map<string, Found[]>();
  for (const mention of mentions) people.set(mention.personId, [...(people.get(mention.personId) ?? []), mention]);
  return new Map([...people.values()].flatMap((group) => group.map(({ id }) => [id, group] as const)));
}

function areApart(first: readonly Grouped[], second: readonly Grouped[], apart: readonly Pair[]): boolean {
  const [these, those] = [first, second].map((group) => new Set(group.map(({ id }) => id))) as [
    Set<string>,
    Set<string>,
  ];
  return apart.some(([one, other]) => (these.has(one) && those.has(other)) || (these.has(other) && those.has(one)));
}
