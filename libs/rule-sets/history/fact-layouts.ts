import { contentHash, execute, sql, type Tx } from '#platform';
import { type FactLayout, factLayout, layoutDescription, layoutFromDescription, type RuleSet } from '#rules';

/** A layout under the hash of its description, by which records name it. */
export interface KeptLayout {
  readonly hash: string;
  readonly layout: FactLayout;
}

/** How the facts of a catalogue lie in a record, kept for as long as any record lies so. */
export class FactLayouts {
  private readonly made = new WeakMap<RuleSet, KeptLayout>();
  private readonly read = new Map<string, FactLayout>();

  /** The layout of a rule set's catalogue, kept in the caller's transaction. */
  async keep(tx: Tx, ruleSet: RuleSet): Promise<KeptLayout> {
    const ready = this.made.get(ruleSet) ?? describe(ruleSet);
    this.made.set(ruleSet, ready);
    if (this.read.has(ready.hash)) return ready;
    const kept = await sql(tx, 'SELECT 1 FROM fact_layout WHERE hash = $1', [ready.hash]);
    // Remembered only once it was found there: what this transaction adds may still be rolled back.
    if (kept.length > 0) this.read.set(ready.hash, ready.layout);
    else await execute(tx, ADD, [ready.hash, JSON.stringify(layoutDescription(ready.layout))]);
    return ready;
  }

  /** The layout that records name by this hash. */
  async get(tx: Tx, hash: string): Promise<FactLayout> {
    const ready = this.read.get(hash);
    if (ready !== undefined) return ready;
    const [row] = await sql<{ description: unknown }>(tx, 'SELECT description FROM fact_layout WHERE hash = $1', [
      hash,
    ]);
    if (row === undefined) throw new Error('Every record refers to a layout that is kept.');
    const layout = layoutFromDescription(row.description);
    this.read.set(hash, layout);
    return layout;
  }
}

const ADD = 'INSERT INTO fact_layout (hash, description) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING';

function describe(ruleSet: RuleSet): KeptLayout {
  const layout = factLayout(ruleSet.catalogue);
  return { layout, hash: contentHash(layoutDescription(layout)) };
}
