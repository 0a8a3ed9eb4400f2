import type { ResidenceEntry } from '#people';
import type { Member } from './member.ts';
import { placeOf } from './residence-secrets.ts';

/** Who lives together now, as far as anybody said. */
export interface Home {
  /** The entry that says where; `null` where none does. */
  readonly residenceId: string | null;
  readonly members: readonly string[];
}

/**
 * Members by where they live on a day. Whoever is said to live in the child's household without an address lives where
 * the child does; whoever nobody places is in no home.
 */
export function homesOf(members: readonly Member[], onDate: string): Home[] {
  const child = members.find(({ part }) => part === 'child');
  const household = (child === undefined ? null : placeNow(child, onDate)) ?? 'household';
  const homes = new Map<string, Member[]>();
  for (const member of members) {
    const place = placeNow(member, onDate) ?? (belongsToHousehold(member) ? household : null);
    if (place !== null) homes.set(place, [...(homes.get(place) ?? []), member]);
  }
  return [...homes.values()].map((together) => ({
    residenceId: together.map((member) => residenceOn(member, onDate)?.id ?? null).find((id) => id !== null) ?? null,
    members: together.map(({ id }) => id),
  }));
}

function belongsToHousehold(member: Member): boolean {
  return member.part === 'child' || isInHousehold(member);
}

/** The newest entry that stands and has not ended before the day. */
export function residenceOn(member: Member, onDate: string): ResidenceEntry | null {
  return member.residences.findLast(({ stands, until }) => stands && (until === null || until >= onDate)) ?? null;
}

/** Whether what was said last puts somebody into the household of the child. */
export function isInHousehold(member: Member): boolean {
  const said = member.relationships.findLast(({ stands, livesInHousehold }) => stands && isAnswer(livesInHousehold));
  return said?.livesInHousehold === 'yes';
}

function isAnswer(answer: string): boolean {
  return answer === 'yes' || answer === 'no';
}

function placeNow(member: Member, onDate: string): string | null {
  const residence = residenceOn(member, onDate);
  return residence === null ? null : placeOf(residence);
}
