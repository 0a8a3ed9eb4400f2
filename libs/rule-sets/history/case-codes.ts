import { execute, sql, type Tx } from '#platform';

export type CodeKindOfCase = 'area' | 'agency' | 'ethnicity' | 'rule_set';

/** Each try that finds nothing was overtaken by somebody else's new code, so this many never happen by themselves. */
const TRIES = 100;

/**
 * The small numbers that stand for words in case records, given out in order from 0 and never changed. Any number of
 * workers may ask at once: the table's own keys decide, and who comes second takes the next number or the other's.
 */
export class CaseCodes {
  private readonly kept = new Map<string, number>();
  /** What a transaction gave out itself stays out of the cache: it may still be rolled back. */
  private readonly ownOf = new WeakMap<Tx, Set<string>>();

  /** The number of a word, a new one when it has none yet. */
  async codeOf(tx: Tx, authorityId: string, kind: CodeKindOfCase, value: string): Promise<number> {
    const key = JSON.stringify([authorityId, kind, value]);
    const ready = this.kept.get(key);
    if (ready !== undefined) return ready;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const code = await findCode(tx, authorityId, kind, value);
      if (code !== null) {
        if (this.ownOf.get(tx)?.has(key) !== true) this.kept.set(key, code);
        return code;
      }
      // Remembered before the row is there: a look in between must not take it for another's.
      this.ownOf.set(tx, (this.ownOf.get(tx) ?? new Set()).add(key));
      const added = await execute(tx, NEXT_CODE, [authorityId, kind, value]);
      if (added === 0) this.ownOf.get(tx)?.delete(key);
    }
    throw new Error(`No number could be given to a new ${kind}.`);
  }
}

async function findCode(tx: Tx, authorityId: string, kind: CodeKindOfCase, value: string): Promise<number | null> {
  const [row] = await sql<{ code: number }>(
    tx,
    'SELECT code FROM case_code WHERE authority_id = $1 AND kind = $2 AND value = $3',
    [authorityId, kind, value],
  );
  return row?.code ?? null;
}

/** Waits for a neighbour who is giving out the same number, then does nothing: the caller looks again. */
const NEXT_CODE = `INSERT INTO case_code (authority_id, kind, code, value)
  SELECT $1, $2, coalesce(max(code) + 1, 0), $3 FROM case_code WHERE authority_id = $1 AND kind = $2
  ON CONFLICT DO NOTHING`;
