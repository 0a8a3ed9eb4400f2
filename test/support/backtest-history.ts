import { randomUUID } from 'node:crypto';
import type { AgencyId, AuthorityId, CaseId, Facts } from '#domain';
import type { AuthorityProfile } from '#nation-packs';
import { canonicalJson, contentHash, type Database } from '#platform';
import { type CompiledRuleSet, compileRuleSet, evaluate, type Evaluation, type RuleSet } from '#rules';
import { CaseFactsStore, type TriagedCase } from '../../libs/rule-sets/history/case-facts-store.ts';
import { AGE_BANDS, DISABILITIES, SEXES } from '../../libs/rule-sets/history/case-groups.ts';
import { isoDayOf } from '../../libs/rule-sets/history/day-number.ts';
import { diceOf, syntheticFacts } from '../../libs/rule-sets/history/synthetic-facts.ts';
import type { TestDatabase } from './test-database.ts';

/** A case of an invented history, with what the rules found for it one by one. */
export interface PastCase {
  readonly caseId: CaseId;
  readonly facts: Facts;
  readonly area: string | null;
  readonly evaluatedOn: string;
  readonly evaluation: Evaluation;
}

/** The last day on which a case came, in days since 1970-01-01. */
export const LAST_DAY = 20_600;

/** Rows that a case needs around it; its referral has the same id. */
async function insertCases(database: TestDatabase, authorityId: string, ids: readonly string[]): Promise<void> {
  const values = [authorityId, ids];
  await database.query(
    'admin',
    `INSERT INTO agency (authority_id, id, name, type, source_code) VALUES ($1, 'school', 'School', 'school', '2A')`,
    [authorityId],
  );
  await database.query(
    'admin',
    `INSERT INTO referral (id, authority_id, agency_id, reference, body, body_sha256, received_at, submitted_by, receipt,
       flags, correlation_id)
     SELECT id, $1, 'school', id::text, '{}', encode(sha256('{}'), 'hex'), now(), 'x', '{}', '[]', id
     FROM unnest($2::uuid[]) AS c (id)`,
    values,
  );
  await database.query(
    'admin',
    `INSERT INTO case_record (id, authority_id, referral_id, agency_id, reference, child_index, queue, state, received_at)
     SELECT id, $1, id, 'school', id::text, 0, 'screening', 'auto_triaged', now() FROM unnest($2::uuid[]) AS c (id)`,
    values,
  );
}

/** Keeps a rule set; returns its content hash. */
export async function keepRuleSet(database: TestDatabase, ruleSet: RuleSet): Promise<string> {
  const hash = contentHash(ruleSet);
  await database.query(
    'admin',
    'INSERT INTO rule_set_content (hash, rule_set_id, version, content) VALUES ($1, $2, $3, $4)',
    [hash, ruleSet.id, ruleSet.version, canonicalJson(ruleSet)],
  );
  return hash;
}

/** Invented cases triaged one by one with the authority's rules and recorded as the worker records them. */
export async function recordHistory(
  database: TestDatabase,
  engine: Database,
  profile: AuthorityProfile,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<readonly PastCase[]> {
  const authorityId = profile.authority.id as AuthorityId;
  const compiled = compileRuleSet(profile.ruleSet);
  const ruleSetHash = await keepRuleSet(database, profile.ruleSet);
  const ids = Array.from({ length: count }, () => randomUUID());
  await insertCases(database, authorityId, ids);
  const dice = diceOf(seed);
  const store = new CaseFactsStore();
  const runs = ids.map((id) => ({ authorityId, ruleSetHash, ...pastRun(profile, compiled, id as CaseId, dice) }));
  await engine.inTransaction({ authorityId }, (tx) => store.record(tx, runs));
  return runs;
}

function pastRun(
  profile: AuthorityProfile,
  compiled: CompiledRuleSet,
  caseId: CaseId,
  dice: (below: number) => number,
): PastCase & Omit<TriagedCase, 'authorityId' | 'ruleSetHash'> {
  const facts = syntheticFacts(profile.ruleSet.catalogue, dice);
  const area = [null, ...profile.authority.areas.map(({ id }) => id)][dice(4)] ?? null;
  const evaluatedOn = isoDayOf(LAST_DAY - dice(200));
  const ethnicity = [null, 'WBRI', 'AIND'][dice(3)] ?? null;
  return {
    ...{ caseId, facts, area, evaluatedOn, ruleSet: profile.ruleSet },
    agencyId: ['school' as AgencyId, null][dice(2)] ?? null,
    evaluation: evaluate(compiled, facts, { onDate: evaluatedOn, area }),
    groups: {
      ethnicity,
      disability: DISABILITIES[dice(3)] ?? 'unknown',
      deprivationDecile: dice(11) || null,
      sex: SEXES[dice(3)] ?? 'unknown',
      ageBand: AGE_BANDS[dice(7)] ?? 'unknown',
    },
  };
}
