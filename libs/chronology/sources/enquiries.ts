import type { CaseId } from '#domain';
import type { Reply } from '#enquiries';
import { sql } from '#platform';
import { openedUnder, type RecordKey } from '#vault';
import type { SourceEntry } from '../entry.ts';
import { dateOfMoment } from '../event-date.ts';
import type { ChronologySource } from '../reading.ts';
import { keyOfCase } from './cases-of.ts';

interface Asked {
  readonly id: string;
  readonly caseId: CaseId;
  readonly agencyId: string;
  readonly asked: string;
  readonly sentByName: string;
  readonly sentAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnByName: string | null;
  readonly withdrawalReason: string | null;
  readonly reply: string | null;
  readonly content: string | null;
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
  readonly isRead: boolean;
}

/** What agencies were asked, and what they answered once somebody has read it: nobody reads a reply in passing. */
export const enquiries: ChronologySource = async (reading) => {
  const { tx, authorityId, cases } = reading;
  const rows = await sql<Asked>(tx, ASKED, [authorityId, cases.map(({ found }) => found.id)]);
  const keyOf = keyOfCase(reading);
  return rows.flatMap((row) => {
    const key = keyOf(row.caseId);
    return [sent(row, key), answered(row, key), withdrawn(row, key)].filter((entry) => entry !== null);
  });
};

function sent({ id, caseId, agencyId, asked, sentAt, sentByName }: Asked, key: RecordKey | null): SourceEntry {
  return {
    ...{
      id: `enquiry:${id}`,
      what: 'enquiry_sent',
      category: 'enquiry',
      caseIds: [caseId],
      values: { agency: agencyId },
    },
    ...{ date: dateOfMoment(sentAt), recordedAt: sentAt, text: openedUnder(key, 'enquiry.asked', id, asked) },
    source: { kind: 'staff', agencyId: null, person: sentByName, role: null },
    ...{ recordedBy: null, correction: null },
  };
}

function answered({ id, caseId, agencyId, ...row }: Asked, key: RecordKey | null): SourceEntry | null {
  const { answeredAt, reply, content } = row;
  if (answeredAt === null || reply === null) return null;
  const text =
    row.isRead && content !== null ? replyText(openedUnder(key, 'enquiry_reply.content', id, content)) : null;
  return {
    ...{ id: `reply:${id}`, what: 'enquiry_answered', category: 'enquiry', caseIds: [caseId] },
    ...{ date: dateOfMoment(answeredAt), recordedAt: answeredAt, values: { agency: agencyId, reply }, text },
    source: { kind: 'agency', agencyId, person: row.answeredByName, role: null },
    ...{ recordedBy: null, correction: null },
  };
}

function withdrawn({ id, caseId, agencyId, ...row }: Asked, key: RecordKey | null): SourceEntry | null {
  const { withdrawnAt, withdrawalReason: reason } = row;
  if (withdrawnAt === null || reason === null) return null;
  return {
    ...{ id: `enquiry_withdrawn:${id}`, what: 'enquiry_withdrawn', category: 'enquiry', caseIds: [caseId] },
    ...{ date: dateOfMoment(withdrawnAt), recordedAt: withdrawnAt, values: { agency: agencyId } },
    text: openedUnder(key, 'enquiry.withdrawal_reason', id, reason),
    source: { kind: 'staff', agencyId: null, person: row.withdrawnByName, role: null },
    ...{ recordedBy: null, correction: null },
  };
}

function replyText(content: string): string | null {
  const { whatWeKnow, worries, strengths } = JSON.parse(content) as Reply;
  const said = [whatWeKnow, worries, strengths].filter((part) => part !== null);
  return said.length === 0 ? null : said.join('\n');
}

const ASKED = `SELECT e.id, e.case_id AS "caseId", e.agency_id AS "agencyId", e.asked, e.sent_by_name AS "sentByName",
    e.sent_at AS "sentAt", CASE WHEN e.state = 'withdrawn' THEN e.closed_at END AS "withdrawnAt",
    e.withdrawn_by_name AS "withdrawnByName", e.withdrawal_reason AS "withdrawalReason", r.kind AS reply, r.content,
    r.answered_at AS "answeredAt", r.answered_by_name AS "answeredByName", r.read_at IS NOT NULL AS "isRead"
  FROM enquiry e LEFT JOIN enquiry_reply r ON r.enquiry_id = e.id
  WHERE e.authority_id = $1 AND e.case_id = ANY ($2::uuid[])`;
