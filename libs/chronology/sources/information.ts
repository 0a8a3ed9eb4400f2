import type { CaseId } from '#domain';
import { profileOf } from '#nation-packs';
import { sql } from '#platform';
import { openedUnder } from '#vault';
import type { SourceEntry } from '../entry.ts';
import { dateOfMoment } from '../event-date.ts';
import type { ChronologySource } from '../reading.ts';
import { keyOfCase } from './cases-of.ts';

interface Learned {
  readonly id: string;
  readonly caseId: CaseId;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly note: string | null;
  readonly source: string;
  readonly learnedOn: string;
  readonly recordedAt: Date;
  readonly recordedByName: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnByName: string | null;
  readonly withdrawnReason: string | null;
}

/** What was learned about a case after it came in, by the day it was learned; and what of it was taken back. */
export const information: ChronologySource = async (reading) => {
  const { tx, authorityId, cases } = reading;
  const rows = await sql<Learned>(tx, LEARNED, [authorityId, cases.map(({ found }) => found.id)]);
  const keyOf = keyOfCase(reading);
  return rows.flatMap((row) => {
    const open = (column: string, text: string | null): string | null =>
      text === null ? null : openedUnder(keyOf(row.caseId), `case_information.${column}`, row.id, text);
    const told = [open('note', row.note), ...factsOf(row, authorityId)].filter((part) => part !== null).join('\n');
    const withdrawn = withdrawal(row, open('withdrawn_reason', row.withdrawnReason));
    return [learned(row, told === '' ? null : told), ...(withdrawn === null ? [] : [withdrawn])];
  });
};

function learned({ id, caseId, source: told, learnedOn, ...row }: Learned, text: string | null): SourceEntry {
  return {
    ...{ id: `information:${id}`, category: 'information', what: 'learned', caseIds: [caseId], values: {}, text },
    ...{ date: { day: learnedOn, precision: 'day', at: null }, recordedAt: row.recordedAt },
    source: { kind: 'agency', agencyId: null, person: null, role: told },
    ...{ recordedBy: row.recordedByName, correction: null },
  };
}

function withdrawal({ id, caseId, withdrawnAt, withdrawnByName }: Learned, reason: string | null): SourceEntry | null {
  if (withdrawnAt === null) return null;
  return {
    ...{ id: `information_withdrawn:${id}`, category: 'information', what: 'learned_withdrawn', caseIds: [caseId] },
    ...{ date: dateOfMoment(withdrawnAt), recordedAt: withdrawnAt, values: {}, text: reason },
    source: { kind: 'staff', agencyId: null, person: withdrawnByName, role: null },
    ...{ recordedBy: null, correction: null },
  };
}

/** "Label: value", in the words of the rule set that is in force. */
function factsOf({ facts }: Learned, authorityId: string): string[] {
  const { catalogue } = profileOf(authorityId).nationPack.ruleSet;
  return Object.entries(facts).map(([id, value]) => {
    const label = catalogue.find((fact) => fact.id === id)?.label ?? id;
    return `${label}: ${typeof value === 'string' ? value.replaceAll('_', ' ') : JSON.stringify(value)}`;
  });
}

const LEARNED = `SELECT id, case_id AS "caseId", facts, note, source, learned_on::text AS "learnedOn",
    recorded_at AS "recordedAt", recorded_by_name AS "recordedByName", withdrawn_at AS "withdrawnAt",
    withdrawn_by_name AS "withdrawnByName", withdrawn_reason AS "withdrawnReason"
  FROM case_information WHERE authority_id = $1 AND case_id = ANY ($2::uuid[])`;
