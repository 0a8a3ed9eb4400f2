import { sql, type Tx } from '#platform';
import type { RuleSet } from '#rules';
import type { CodeWordsOfCases } from './dimensions.ts';

/** Where a run over history ends, fixed when it begins: cases that come later belong to the next one. */
export interface HistoryExtent {
  /** The highest number of a case in it, as text: it may be larger than a double holds. */
  readonly upTo: string;
  readonly total: number;
}

/** Records of one layout that stand next to each other in time. */
export interface Segment {
  readonly layoutHash: string;
  readonly records: Buffer;
  /** The case's number in history for each record, 8 bytes each, big-endian. */
  readonly seqs: Buffer;
  readonly count: number;
}

export interface HistoryBlock {
  readonly segments: readonly Segment[];
  readonly count: number;
  /** The number of its last case; reading goes on after it. */
  readonly last: string;
}

export const FIRST_BLOCK = '0';

export async function findExtent(tx: Tx, authorityId: string): Promise<HistoryExtent> {
  const [row] = await sql<HistoryExtent>(
    tx,
    `SELECT coalesce(max(seq), 0)::text AS "upTo", count(*)::int AS total FROM case_facts WHERE authority_id = $1`,
    [authorityId],
  );
  if (row === undefined) throw new Error('An aggregate without rows gives one row.');
  return row;
}

/**
 * The next cases after one, in the order of their numbers, whatever their layout: a case that gets another layout while
 * history is read keeps its number, so it is read exactly once. Null when there are none.
 */
export async function readBlock(
  tx: Tx,
  { authorityId, after, upTo, size }: { authorityId: string; after: string; upTo: string; size: number },
): Promise<HistoryBlock | null> {
  const rows = await sql<Segment & { last: string }>(tx, BLOCK, [authorityId, after, upTo, size]);
  const last = rows.map((row) => BigInt(row.last)).reduce((a, b) => (a > b ? a : b), 0n);
  if (rows.length === 0) return null;
  return { segments: rows, count: rows.reduce((sum, { count }) => sum + count, 0), last: String(last) };
}

/** One value for many rows: a million rows of their own would take the driver longer than the rules. */
const BLOCK = `SELECT layout_hash AS "layoutHash", count(*)::int AS count, max(seq)::text AS last,
    string_agg(record, ''::bytea ORDER BY seq) AS records, string_agg(int8send(seq), ''::bytea ORDER BY seq) AS seqs
  FROM (SELECT seq, layout_hash, record FROM case_facts
    WHERE authority_id = $1 AND seq > $2::bigint AND seq <= $3::bigint ORDER BY seq LIMIT $4) AS block
  GROUP BY layout_hash`;

/** The words that an authority's codes stand for. */
export async function findWords(tx: Tx, authorityId: string): Promise<CodeWordsOfCases> {
  const rows = await sql<{ kind: string; code: number; value: string }>(
    tx,
    'SELECT kind, code, value FROM case_code WHERE authority_id = $1',
    [authorityId],
  );
  const wordsOf = (kind: string): string[] => {
    const words: (string | undefined)[] = [];
    for (const row of rows) if (row.kind === kind) words[row.code] = row.value;
    // Numbers that a lost race left out stand for nothing.
    return Array.from(words, (word) => word ?? '');
  };
  return {
    area: wordsOf('area'),
    agency: wordsOf('agency'),
    ethnicity: wordsOf('ethnicity'),
    ruleSet: wordsOf('rule_set'),
  };
}

/** The ids of cases by their numbers in history. */
export async function findCaseIds(tx: Tx, seqs: readonly bigint[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ seq: string; id: string }>(
    tx,
    'SELECT seq::text AS seq, case_id AS id FROM case_facts WHERE seq = ANY ($1::bigint[])',
    [seqs.map(String)],
  );
  return new Map(rows.map(({ seq, id }) => [seq, id]));
}

/** A rule set as it was kept under its content hash. */
export async function findRuleSet(tx: Tx, hash: string): Promise<RuleSet> {
  const [row] = await sql<{ content: string }>(tx, 'SELECT content FROM rule_set_content WHERE hash = $1', [hash]);
  if (row === undefined) throw new Error('Every rule set that is named by its hash is kept.');
  return JSON.parse(row.content) as RuleSet;
}
