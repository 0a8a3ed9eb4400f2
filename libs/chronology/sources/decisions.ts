import type { Decision } from '#domain';
import type { SignOff } from '#decisions';
import type { SourceEntry } from '../entry.ts';
import { dateOfMoment } from '../event-date.ts';
import type { ChronologySource } from '../reading.ts';

/** Every decision, the returned ones too, and each second signature or return. */
export const decisions: ChronologySource = async ({ tx, cases, stores }) => {
  const found = cases.map((each) => each.found);
  const rows = await stores.decisions.ofCases(tx, found);
  return rows.flatMap(({ decision, signOff }) => [
    decided(decision),
    ...(signOff === null ? [] : [answered(decision, signOff)]),
  ]);
};

function decided(decision: Decision): SourceEntry {
  const { id, caseId, decidedAt, level, pathway, urgency, rationale, overrideReason } = decision;
  const source = {
    kind: 'staff',
    agencyId: null,
    person: decision.decidedByName,
    role: decision.decidedByRole,
  } as const;
  return {
    ...{ id: `decision:${id}`, category: 'decision', what: 'decided', caseIds: [caseId] },
    ...{ date: dateOfMoment(decidedAt), recordedAt: decidedAt, source, recordedBy: null, correction: null },
    values: { outcome: level ?? pathway, urgency },
    text: [rationale, overrideReason].filter((part) => part !== null).join(' '),
  };
}

function answered({ id, caseId }: Decision, { outcome, reason, signedAt, ...signed }: SignOff): SourceEntry {
  const source = { kind: 'staff', agencyId: null, person: signed.signedByName, role: signed.signedByRole } as const;
  return {
    ...{ id: `sign_off:${id}`, category: 'sign_off', what: outcome, caseIds: [caseId] },
    ...{
      date: dateOfMoment(signedAt),
      recordedAt: signedAt,
      values: {},
      text: reason,
      source,
      recordedBy: null,
      correction: null,
    },
  };
}
