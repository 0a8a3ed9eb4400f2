import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Facts } from '#domain';
import { canonicalJson, sha256 } from '#platform';
import { compileRuleSet, evaluate, type Evaluation, type RuleSet } from '#rules';
import { call, eventually } from '../support/http.ts';
import { aRedReferral, aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

interface StoredRun {
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  readonly area: string | null;
  readonly evaluated_on: string;
  readonly rule_set_hash: string;
  readonly content: string;
}

describe('a stored triage run', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService();
    await service.startWorker();
    const token = await service.agencyToken('larkbridge-primary');
    const baby = { ref: 'c1', givenName: 'Wren', dateOfBirth: '2026-08-01' };
    for (const document of [
      aReferral(),
      aRedReferral(),
      aReferral({ children: [baby, { ref: 'c2', whyUnknown: 'Not said' }] }),
    ]) {
      const answer = await call(service.url, '/api/v1/referrals', { token, body: document });
      expect(answer.status).toBe(201);
    }
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  it('replays to the same bytes from what is stored alone: facts, date, area and the rule set under its hash', async () => {
    const ask = () =>
      service.database.query<StoredRun>(
        'admin',
        `SELECT t.facts, t.evaluation, t.area, t.evaluated_on::text, t.rule_set_hash, c.content
         FROM triage_run t JOIN rule_set_content c ON c.hash = t.rule_set_hash`,
      );
    const runs = await eventually(ask, (rows) => rows.length === 4);

    for (const run of runs) {
      expect(sha256(run.content)).toBe(run.rule_set_hash);
      const compiled = compileRuleSet(JSON.parse(run.content) as RuleSet);
      const again = evaluate(compiled, run.facts, { onDate: run.evaluated_on, area: run.area });

      expect(canonicalJson(again)).toBe(canonicalJson(run.evaluation));
    }
  });
});
