import { profileOf, startClock } from '#nation-packs';

/** By when a break-glass must be reviewed: close of the next working day of the authority (domain pack 8). */
export function reviewDueAt(authorityId: string, openedAt: Date): Date {
  return startClock(profileOf(authorityId), { kind: 'working_days', limit: 1 }, openedAt).dueAt;
}
