import { asId } from '#domain';
import type { SourceEntry } from '../entry.ts';
import { dateOfMoment } from '../event-date.ts';
import type { ChronologySource } from '../reading.ts';

/** How each case was moved along, and why. */
export const moves: ChronologySource = async ({ tx, authorityId, cases, stores }) => {
  const ids = cases.map(({ found }) => found.id);
  const events = await stores.audit.ofCases(tx, authorityId, ids, ['case.moved']);
  return events.map((event): SourceEntry => {
    const { id, caseId, occurredAt, reason, actorName, actorRole, fromState, toState } = event;
    const role = actorRole?.split(',')[0] ?? null;
    const source = { kind: 'staff', agencyId: null, person: actorName, role } as const;
    return {
      ...{ id: `move:${id}`, category: 'move', what: 'moved', caseIds: [asId(caseId)] },
      ...{
        date: dateOfMoment(occurredAt),
        recordedAt: occurredAt,
        text: reason,
        source,
        recordedBy: null,
        correction: null,
      },
      values: { from: fromState ?? '', to: toState ?? '' },
    };
  });
};
