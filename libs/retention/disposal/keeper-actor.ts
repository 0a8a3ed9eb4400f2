import { type Actor, asId, engineActor } from '#domain';

/** Who does in the background what people asked for and approved. */
export function keeperActor(authorityId: string): Actor {
  return { ...engineActor(asId<Actor['authorityId']>(authorityId)), id: 'housekeeping', name: 'Housekeeping' };
}
