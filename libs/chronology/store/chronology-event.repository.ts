import { Injectable } from '@nestjs/common';
import { asId, type Case, type CaseId } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, type RecordKey, sealedUnder, Vault } from '#vault';
import type { EventKind } from '../categories.ts';
import type { DatePrecision, EventDate } from '../event-date.ts';

/** What stands sealed in a significant event. */
interface EventDetails {
  readonly text: string;
  /** Who told it; each `null` where whoever entered it knows it themselves. */
  readonly agencyId: string | null;
  readonly person: string | null;
  readonly role: string | null;
  /** Why an earlier entry was wrong; `null` where none is corrected. */
  readonly correctionReason: string | null;
}

/** A significant event that somebody entered. */
export interface SignificantEvent {
  readonly id: string;
  readonly referralId: string;
  /** The children of the referral that it is about. */
  readonly caseIds: readonly CaseId[];
  readonly kind: EventKind;
  readonly date: EventDate;
  readonly details: EventDetails;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedByRole: string;
  readonly recordedAt: Date;
  /** Id of the event that this one corrects. */
  readonly corrects: string | null;
}

/** With what corrected it since; `null` while it stands. */
export interface KeptEvent extends SignificantEvent {
  readonly correctedBy: { readonly id: string; readonly reason: string | null } | null;
}

interface StoredRow extends Omit<SignificantEvent, 'caseIds' | 'date' | 'details'> {
  readonly laterId: string | null;
  readonly laterDetails: string | null;
  readonly caseIds: readonly string[];
  readonly happenedOn: string;
  readonly precision: DatePrecision;
  readonly details: string;
}

const PLACE = 'chronology_event.details';

/** Significant events: written once, what they say sealed. */
@Injectable()
export class ChronologyEventRepository {
  constructor(private readonly vault: Vault) {}

  /** `false`, and nothing written, where the entry that it corrects was corrected before. */
  async insert(tx: Tx, { authorityId, referralId }: Case, event: SignificantEvent): Promise<boolean> {
    const { id, date } = event;
    const key = await this.vault.keyOf(tx, { authorityId, referralId });
    const details = sealedUnder(key, PLACE, id, JSON.stringify(event.details));
    const told = [id, authorityId, referralId, event.kind, date.day, date.precision, details];
    const by = [event.recordedBy, event.recordedByName, event.recordedByRole, event.recordedAt, event.corrects];
    if ((await execute(tx, INSERT, [...told, ...by])) === 0) return false;
    await execute(tx, INSERT_CHILDREN, [id, authorityId, event.caseIds]);
    return true;
  }

  /** Whether the referral has such an event, and whether another has corrected it. */
  async stateOf(tx: Tx, { authorityId, referralId }: Case, id: string): Promise<'unknown' | 'stands' | 'corrected'> {
    const [row] = await sql<{ corrected: boolean }>(tx, STATE, [authorityId, referralId, id]);
    if (row === undefined) return 'unknown';
    return row.corrected ? 'corrected' : 'stands';
  }

  /** Events about any of the cases, each with those of the cases that it is about. */
  async ofCases(tx: Tx, cases: readonly Case[], keyOf: (referralId: string) => RecordKey | null): Promise<KeptEvent[]> {
    const ids = cases.map(({ id }) => id);
    const rows = await sql<StoredRow>(tx, OF_CASES, [cases[0]?.authorityId, ids]);
    return rows.map((row) => keptEvent(row, keyOf(row.referralId)));
  }
}

function keptEvent(
  { happenedOn, precision, laterId, laterDetails, ...row }: StoredRow,
  key: RecordKey | null,
): KeptEvent {
  const correctedBy =
    laterId === null || laterDetails === null
      ? null
      : { id: laterId, reason: detailsOf(key, laterId, laterDetails).correctionReason };
  return {
    ...row,
    correctedBy,
    caseIds: row.caseIds.map((id) => asId<CaseId>(id)),
    date: { day: happenedOn, precision, at: null },
    details: detailsOf(key, row.id, row.details),
  };
}

function detailsOf(key: RecordKey | null, id: string, details: string): EventDetails {
  return JSON.parse(openedUnder(key, PLACE, id, details)) as EventDetails;
}

const INSERT = `INSERT INTO chronology_event (id, authority_id, referral_id, kind, happened_on, date_precision, details,
    recorded_by, recorded_by_name, recorded_by_role, recorded_at, corrects)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (corrects) DO NOTHING`;

const INSERT_CHILDREN = `INSERT INTO chronology_event_child (event_id, case_id, authority_id)
  SELECT $1, unnest($3::uuid[]), $2`;

const STATE = `SELECT EXISTS (SELECT 1 FROM chronology_event later WHERE later.corrects = e.id) AS corrected
  FROM chronology_event e WHERE e.authority_id = $1 AND e.referral_id = $2 AND e.id = $3`;

const OF_CASES = `SELECT e.id, e.referral_id AS "referralId", array_agg(c.case_id::text ORDER BY c.case_id) AS "caseIds", e.kind,
    e.happened_on::text AS "happenedOn", e.date_precision AS precision, e.details, e.recorded_by AS "recordedBy",
    e.recorded_by_name AS "recordedByName", e.recorded_by_role AS "recordedByRole", e.recorded_at AS "recordedAt", e.corrects,
    later.id AS "laterId", later.details AS "laterDetails"
  FROM chronology_event_child c JOIN chronology_event e ON e.id = c.event_id
  LEFT JOIN chronology_event later ON later.corrects = e.id
  WHERE c.authority_id = $1 AND c.case_id = ANY ($2::uuid[]) GROUP BY e.id, later.id`;
