import type { Correction, EntrySource, SourceEntry } from '../entry.ts';
import type { ChronologySource } from '../reading.ts';
import type { KeptEvent } from '../store/chronology-event.repository.ts';

/** What people entered, with what they corrected later. */
export const significantEvents: ChronologySource = async ({ tx, cases, stores, keyOf }) => {
  const found = cases.map((each) => each.found);
  return (await stores.events.ofCases(tx, found, keyOf)).map(entryOf);
};

function entryOf(event: KeptEvent): SourceEntry {
  const { id, kind, caseIds, date, recordedAt, details } = event;
  const { text } = details;
  return {
    ...{ id: `event:${id}`, category: 'event', what: 'event', values: { kind } },
    ...{ caseIds, date, recordedAt, text, source: sourceOf(event) },
    ...{ recordedBy: isToldByOthers(event) ? event.recordedByName : null, correction: correctionOf(event) },
  };
}

/** Who told it; whoever entered it, where nobody else is named. */
function sourceOf(event: KeptEvent): EntrySource {
  const { agencyId, person, role } = event.details;
  if (!isToldByOthers(event)) {
    return { kind: 'staff', agencyId: null, person: event.recordedByName, role: event.recordedByRole };
  }
  return { kind: agencyId === null ? 'other' : 'agency', agencyId, person, role };
}

function isToldByOthers({ details: { agencyId, person, role } }: KeptEvent): boolean {
  return agencyId !== null || person !== null || role !== null;
}

function correctionOf({ corrects, correctedBy, details }: KeptEvent): Correction | null {
  if (corrects === null && correctedBy === null) return null;
  return {
    corrects: corrects === null ? null : `event:${corrects}`,
    correctedBy: correctedBy === null ? null : `event:${correctedBy.id}`,
    reason: correctedBy?.reason ?? details.correctionReason,
  };
}
