import type { StoredReferral } from '#intake';
import type { SourceEntry } from '../entry.ts';
import { dateOfMoment } from '../event-date.ts';
import type { ChronologySource } from '../reading.ts';
import { toldDate } from '../told-date.ts';
import { casesOf } from './cases-of.ts';
import { reporter } from './contacts.ts';

type Incident = Pick<SourceEntry, 'id' | 'what' | 'date' | 'text'>;

/** What referrals say happened, on the day they say; recorded on the day they came. */
export const incidents: ChronologySource = ({ referrals, cases }) =>
  referrals.flatMap((referral) =>
    [...reportedIn(referral), ...dueIn(referral)].map((incident): SourceEntry => {
      const { id, receivedAt } = referral;
      const frame = { category: 'incident', values: {}, recordedBy: null, correction: null } as const;
      const caseIds = casesOf(cases, id);
      return { ...incident, ...frame, caseIds, recordedAt: receivedAt, source: reporter(referral) };
    }),
  );

/** A day in other words than a date's is given in those words. */
function reportedIn({ id, document: { worries } }: StoredReferral): Incident[] {
  const { happenedOn, frequency, injuryDescription, summary } = worries;
  if (happenedOn === undefined) return [];
  const text = [happenedOn, frequency, injuryDescription, summary].filter((part) => part !== undefined).join('. ');
  return [{ id: `incident:${id}`, what: 'incident', date: toldDate(happenedOn), text }];
}

/** A moment by which somebody had to act. */
function dueIn({ id, document: { safety } }: StoredReferral): Incident[] {
  const event = safety?.timeCriticalEvent;
  if (event === undefined) return [];
  const at = new Date(event.at);
  const date = Number.isNaN(at.getTime()) ? null : dateOfMoment(at);
  return [{ id: `time_critical:${id}`, what: 'time_critical', date, text: event.what ?? null }];
}
