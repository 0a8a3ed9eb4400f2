import { sql, type Tx } from '#platform';

/** How the enquiries of a case stand: what nobody has answered, what nobody has read. */
export interface EnquiryCounts {
  readonly open: number;
  readonly unread: number;
}

export async function countEnquiries(tx: Tx, caseId: string): Promise<EnquiryCounts> {
  const [counts] = await sql<EnquiryCounts>(tx, COUNT, [caseId]);
  return counts ?? { open: 0, unread: 0 };
}

/** Replies on a case, also those that decline, that nobody at the front door has opened. */
export async function countUnreadReplies(tx: Tx, caseId: string): Promise<number> {
  return (await countEnquiries(tx, caseId)).unread;
}

const COUNT = `SELECT (SELECT count(*)::int FROM enquiry WHERE case_id = $1 AND state = 'open') AS open,
  (SELECT count(*)::int FROM enquiry_reply WHERE case_id = $1 AND read_at IS NULL) AS unread`;
