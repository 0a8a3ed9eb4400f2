import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuthorityId, levelRank, urgencyRank } from '#domain';
import { profileOf } from '#nation-packs';
import { connectOnce, type Database, loadEnvironment } from '#platform';
import { compileRuleSet, evaluate, type RuleSet } from '#rules';
import { BacktestClaimLost } from '../../libs/rule-sets/backtest/backtest-job.query.ts';
import { BacktestRunner } from '../../libs/rule-sets/backtest/backtest-runner.ts';
import type { BacktestReport } from '../../libs/rule-sets/backtest/report.ts';
import { ReplayHistory } from '../../libs/rule-sets/backtest/replay-history.ts';
import { suppressSmallCells } from '../../libs/rule-sets/backtest/shared/shared-backtest.ts';
import { TryDraft } from '../../libs/rule-sets/backtest/try-draft.ts';
import { CaseCodes } from '../../libs/rule-sets/history/case-codes.ts';
import { isoDayOf } from '../../libs/rule-sets/history/day-number.ts';
import { keepRuleSet, LAST_DAY, type PastCase, recordHistory } from '../support/backtest-history.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const COUNT = 300;
const SEED = 20_260_611;
const AS_ON = isoDayOf(LAST_DAY);
const PROFILE = profileOf('larkshire');
const AUTHORITY = PROFILE.authority.id as AuthorityId;
const CLOCK = { now: () => new Date(`${AS_ON}T12:00:00Z`) };

interface LowerRow {
  readonly case_id: string;
  readonly from_level: string;
  readonly from_urgency: string;
  readonly to_level: string;
  readonly to_urgency: string;
}

describe(`a backtest of ${COUNT} cases (seed ${SEED})`, () => {
  let database: TestDatabase;
  let engine: Database;
  let history: readonly PastCase[];
  let draft: RuleSet;
  let hash: string;
  let expected: readonly LowerRow[];
  let unbroken: BacktestReport;

  beforeAll(async () => {
    database = await createTestDatabase();
    engine = await connectOnce(loadEnvironment({}), database.engineUrl);
    history = await recordHistory(database, engine, PROFILE, { count: COUNT, seed: SEED });
    draft = withOneRuleLowered(history);
    hash = await keepRuleSet(database, draft);
    expected = lowerOneByOne();
    const trial = { authorityId: AUTHORITY, draft, hash, asOn: AS_ON, profile: PROFILE };
    unbroken = (await new TryDraft(engine).execute(trial)).report;
  }, 60_000);

  afterAll(async () => {
    await engine.onApplicationShutdown();
    await database.drop();
  });

  /** What trying every case one by one says. */
  function lowerOneByOne(): LowerRow[] {
    const compiled = compileRuleSet(draft);
    const rows = history.flatMap(({ caseId, facts, area, evaluation: { definite: from } }) => {
      const { definite: to } = evaluate(compiled, facts, { onDate: AS_ON, area });
      const isLower =
        levelRank(to.level) < levelRank(from.level) || urgencyRank(to.urgency) < urgencyRank(from.urgency);
      const levels = { from_level: from.level, to_level: to.level };
      return isLower ? [{ case_id: caseId, ...levels, from_urgency: from.urgency, to_urgency: to.urgency }] : [];
    });
    return rows.sort(byCase);
  }

  async function claimedJob(token: string): Promise<string> {
    const version = randomUUID();
    const id = randomUUID();
    await database.query(
      'admin',
      `INSERT INTO rule_set_version (id, authority_id, rule_set_id, label, title, hash, origin, change_note, editors,
         author_name, created_at, changed_at, revision)
       VALUES ($1::uuid, $2, 'draft', $1::uuid::text, 'Draft', $3, 'copied', 'A trial.', '{manager}', 'Martin Merlin', now(), now(), 1)`,
      [version, AUTHORITY, hash],
    );
    await database.query(
      'admin',
      `INSERT INTO rule_set_job (id, authority_id, version_id, hash, kind, state, requested_by, requested_by_name,
         requested_at, claim_token) VALUES ($1, $2, $3, $4, 'backtest', 'running', 'manager', 'Martin Merlin', now(), $5)`,
      [id, AUTHORITY, version, hash, token],
    );
    return id;
  }

  function run(id: string, claimToken: string, signal = new AbortController().signal) {
    return new BacktestRunner(engine, CLOCK).run({ id, authorityId: AUTHORITY, claimToken }, signal, { blockSize: 64 });
  }

  async function jobOf(id: string) {
    const [job] = await database.query<{ state: string; outcome: string; processed: string; result: BacktestReport }>(
      'admin',
      'SELECT state, outcome, processed, result FROM rule_set_job WHERE id = $1',
      [id],
    );
    return job;
  }

  async function lowerOf(id: string): Promise<LowerRow[]> {
    const columns = 'case_id, from_level, from_urgency, to_level, to_urgency';
    const rows = await database.query<LowerRow>('admin', `SELECT ${columns} FROM backtest_lower WHERE job_id = $1`, [
      id,
    ]);
    return rows.sort(byCase);
  }

  it('reproduces every stored outcome with the rules that made it', async () => {
    const { report } = await new ReplayHistory(engine).execute(AUTHORITY);

    expect(report).toEqual({ cases: COUNT, equal: COUNT, different: 0, differentCases: [] });
  });

  it('lists a case whose stored outcome is another', async () => {
    const [first] = history;
    const change = (by: number) =>
      database.query(
        'admin',
        'UPDATE case_facts SET record = set_byte(record, 1, (get_byte(record, 1) + $2) % 4) WHERE case_id = $1',
        [first?.caseId, by],
      );
    await change(1);
    const { report } = await new ReplayHistory(engine).execute(AUTHORITY);
    await change(3);

    expect(report).toMatchObject({ different: 1, differentCases: [first?.caseId] });
  });

  it('lists exactly the children of whom trying them one by one says that they would go lower', async () => {
    const id = await claimedJob('1');

    expect(await run(id, '1')).toBe('done');
    expect(expected.length).toBeGreaterThan(5);
    expect(await lowerOf(id)).toEqual(expected);
    const job = await jobOf(id);
    expect(job).toMatchObject({ state: 'done', processed: String(COUNT) });
    expect(job?.result).toMatchObject({ cases: COUNT, lower: expected.length, asOn: AS_ON, outcome: job?.outcome });
    expect(job?.result).toEqual(unbroken);
  });

  it('goes on after a cancel, a stop and a lost claim as if nothing had happened', async () => {
    const id = await claimedJob('1');
    const set = (change: string) => database.query('admin', `UPDATE rule_set_job SET ${change} WHERE id = $1`, [id]);

    await set('cancel_requested_at = now()');
    expect(await run(id, '1')).toBe('cancelled');
    expect(await jobOf(id)).toMatchObject({ state: 'cancelled', processed: '64', result: null });

    await set(`state = 'running', cancel_requested_at = NULL, claim_token = 2`);
    const stopping = new AbortController();
    const stopped = run(id, '2', stopping.signal);
    stopping.abort();
    expect(await stopped).toBe('stopped');

    await set('claim_token = 3');
    await expect(run(id, '2')).rejects.toThrow(BacktestClaimLost);
    expect(await run(id, '3')).toBe('done');
    expect((await jobOf(id))?.result).toEqual(unbroken);
    expect(await lowerOf(id)).toEqual(expected);
  }, 30_000);

  it('shows outsiders no small count', () => {
    const { total, groups, pathways } = suppressSmallCells(unbroken);
    const lines = [total, ...groups].flatMap(({ cases, before, after }) => [cases, ...before, ...after]);
    const shown = [...pathways.flat(), ...lines].flatMap((count) => count ?? []);

    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((count) => count > 0 && count < 5)).toEqual([]);
  });

  it('gives one number to a word that several workers meet at once, and none to one that was rolled back', async () => {
    const rolledBack = new CaseCodes();
    await engine
      .inTransaction({ authorityId: AUTHORITY }, async (tx) => {
        await rolledBack.codeOf(tx, AUTHORITY, 'ethnicity', 'CHNE');
        await rolledBack.codeOf(tx, AUTHORITY, 'ethnicity', 'CHNE');
        throw new Error('as it happens');
      })
      .catch(() => null);
    const workers = Array.from({ length: 6 }, (_worker, place) => (place === 0 ? rolledBack : new CaseCodes()));
    const codes = await Promise.all(
      workers.map((codesOfWorker, place) =>
        engine.inTransaction({ authorityId: AUTHORITY }, (tx) =>
          codesOfWorker.codeOf(tx, AUTHORITY, 'ethnicity', place % 2 === 0 ? 'CHNE' : 'BAFR'),
        ),
      ),
    );

    expect(new Set(codes).size).toBe(2);
    const kept = await database.query<{ code: number }>(
      'admin',
      `SELECT code FROM case_code WHERE kind = 'ethnicity' AND value IN ('CHNE', 'BAFR')`,
    );
    expect(kept.map(({ code }) => code).sort()).toEqual([...new Set(codes)].sort());
  });
});

/** The rules with the one that held most often adding nothing to level or urgency. */
function withOneRuleLowered(history: readonly PastCase[]): RuleSet {
  const { tests: _tests, ...ruleSet } = PROFILE.ruleSet;
  const held = history.flatMap(({ evaluation }) => evaluation.trace.filter(({ result }) => result === 'true'));
  const times = new Map<string, number>();
  for (const { ruleId } of held) times.set(ruleId, (times.get(ruleId) ?? 0) + 1);
  const often = ruleSet.rules
    .filter(({ then }) => then.minLevel !== undefined && levelRank(then.minLevel) >= levelRank('statutory_need'))
    .sort((a, b) => (times.get(b.id) ?? 0) - (times.get(a.id) ?? 0));
  const lowered = often[0]?.id;
  return {
    ...ruleSet,
    version: `${ruleSet.version}-lowered`,
    rules: ruleSet.rules.map((rule) =>
      rule.id === lowered
        ? { ...rule, then: { ...without(rule.then), minLevel: 'universal', minUrgency: 'blue' } }
        : rule,
    ),
  };
}

function without({ redLine: _redLine, ...then }: RuleSet['rules'][number]['then']): RuleSet['rules'][number]['then'] {
  return then;
}

function byCase(a: LowerRow, b: LowerRow): number {
  return a.case_id < b.case_id ? -1 : 1;
}
