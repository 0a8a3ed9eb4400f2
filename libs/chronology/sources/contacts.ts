import type { Referrer } from '#domain';
import type { StoredReferral } from '#intake';
import type { SourceEntry } from '../entry.ts';
import { dateOfMoment } from '../event-date.ts';
import type { ChronologySource } from '../reading.ts';
import { casesOf } from './cases-of.ts';

/** Every referral and notification, on the day it was received. */
export const contacts: ChronologySource = ({ referrals, cases }) =>
  referrals.map((referral): SourceEntry => {
    const { id, document, receivedAt } = referral;
    return {
      id: `contact:${id}`,
      category: 'contact',
      caseIds: casesOf(cases, id),
      date: dateOfMoment(receivedAt),
      recordedAt: receivedAt,
      what: document.kind === 'notification' ? 'notification' : 'referral',
      values: {},
      text: document.worries.summary,
      source: reporter(referral),
      recordedBy: null,
      correction: null,
    };
  });

/** Who told us: by agency, name and role, as far as they said. */
export function reporter({ agencyId, document: { referrer } }: StoredReferral): SourceEntry['source'] {
  return { kind: 'agency', agencyId, person: referrer.name ?? null, role: roleOf(referrer) };
}

function roleOf({ role, relationship, capacity }: Referrer): string {
  return role ?? relationship ?? capacity;
}
