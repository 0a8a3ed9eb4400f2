import { Injectable } from '@nestjs/common';
import { canonicalJson, contentHash, execute, sha256, sql, type Tx } from '#platform';
import { compileChecked, type CompiledRuleSet, compileRuleSet, type RuleSet } from '#rules';

/** A rule set ready to evaluate, under the hash of its content. */
export interface KeptRuleSet {
  readonly ruleSet: RuleSet;
  readonly compiled: CompiledRuleSet;
  readonly hash: string;
}

const shipped = new WeakMap<RuleSet, KeptRuleSet>();

/** A rule set that came with the service, compiled once a process. */
export function shippedRuleSet(ruleSet: RuleSet): KeptRuleSet {
  const ready = shipped.get(ruleSet);
  if (ready !== undefined) return ready;
  const made = { ruleSet, compiled: compileRuleSet(ruleSet), hash: contentHash(ruleSet) };
  shipped.set(ruleSet, made);
  return made;
}

/** Every rule set that ever proposed or was drafted, by the hash of its content. What is kept never changes. */
@Injectable()
export class RuleSetContentRepository {
  private readonly kept = new Map<string, KeptRuleSet>();

  /** Keeps the whole text under its hash and returns the hash; the same content twice is one row. */
  async keep(tx: Tx, ruleSet: RuleSet): Promise<string> {
    const content = canonicalJson(ruleSet);
    const hash = sha256(content);
    await execute(
      tx,
      `INSERT INTO rule_set_content (hash, rule_set_id, version, content) VALUES ($1, $2, $3, $4)
       ON CONFLICT (hash) DO NOTHING`,
      [hash, ruleSet.id, ruleSet.version, content],
    );
    return hash;
  }

  /** Parsed and compiled once a process; checked when it came in, so that later, stricter checks leave history alone. */
  async get(tx: Tx, hash: string): Promise<KeptRuleSet> {
    const ready = this.kept.get(hash);
    if (ready !== undefined) return ready;
    const [row] = await sql<{ content: string }>(tx, 'SELECT content FROM rule_set_content WHERE hash = $1', [hash]);
    if (row === undefined) throw new Error('Every hash on record names a rule set that is kept.');
    const ruleSet = JSON.parse(row.content) as RuleSet;
    const made = { ruleSet, compiled: compileChecked(ruleSet), hash };
    this.kept.set(hash, made);
    return made;
  }
}
