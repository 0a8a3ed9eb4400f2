import type { RuleSetDetailResponse, RuleSetResponse } from '../../../apps/api/rule-sets/rule-set.response.ts';
import { call } from '../../support/http.ts';
import type { FaultRig } from '../fault-rig.ts';
import { pause } from '../pause.ts';
import { type Scenario, type Stage, STEADY_LOAD } from '../scenario.ts';

const EVERY_MS = 50;
const MOST_TRIES = 20;

/** Two rule sets change places while cases are proposed for: each proposal is under one of them, whole. */
export const rulesChanged: Scenario = {
  fault: 'F18',
  name: 'rules-changed',
  what: 'another rule set put in force and taken back, again and again',
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 6, long: 400 },
  load: STEADY_LOAD,
  run: async (stage) => {
    const { rig, faults, cause, remark } = stage;
    const managers = await managersOf(rig);
    const { id, hash } = await approved(rig, managers);
    for (let done = 0; done < faults; done += 1) {
      await cause(() => putInForceAndTakeBack(rig, managers, id, stage));
    }
    const seen = await rig.world.database.query<{ hash: string; runs: number }>('admin', UNDER);
    const under = seen.map((row) => `${row.hash === hash ? 'the other' : 'the first'} ${String(row.runs)}`);
    remark(`proposals under ${under.join(', ')}`);
  },
};

type Managers = Readonly<Record<'first' | 'second', string>>;

async function managersOf(rig: FaultRig): Promise<Managers> {
  return { first: await rig.staffToken('manager'), second: await rig.staffToken('manager-2') };
}

/** A copy of the rules in force with one rule said anew, approved by a second person. */
async function approved(rig: FaultRig, { first, second }: Managers): Promise<RuleSetResponse> {
  const label = `other-${String(Date.now())}`;
  const draft = await ask<RuleSetResponse>(rig, first, '', { body: { label, changeNote: 'A trial.' } });
  const { content } = await ask<RuleSetDetailResponse>(rig, first, `/${draft.id}`);
  const [rule] = (content as unknown as { rules: { id: string; version: number; because: string }[] }).rules;
  if (rule === undefined) throw new Error('The set has no rules.');
  const changed = { ...rule, version: rule.version + 1, because: `${rule.because} Said anew.` };
  const headers = { 'if-match': '"1"' };
  await ask(rig, first, `/${draft.id}/rules/${rule.id}`, { method: 'PUT', body: changed, headers });
  const { hash } = await ask<RuleSetResponse>(rig, first, `/${draft.id}`);
  await rig.world.database.query('admin', PROVED, [draft.id, hash]);
  const ready = await ask<RuleSetResponse>(rig, first, `/${draft.id}`);
  return ask(rig, second, `/${draft.id}/approval`, { body: {}, headers: { 'if-match': `"${String(ready.version)}"` } });
}

async function putInForceAndTakeBack(
  rig: FaultRig,
  { first, second }: Managers,
  id: string,
  { wrong }: Stage,
): Promise<void> {
  const from = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
  const known = await ask<RuleSetResponse>(rig, first, `/${id}`);
  const headers = { 'if-match': `"${String(known.version)}"` };
  const active = await ask<RuleSetResponse>(rig, first, `/${id}/activations`, {
    body: { areas: ['*'], from },
    headers,
  });
  await pause(EVERY_MS);
  const activation = active.activations.find(({ withdrawn }) => withdrawn === null);
  const path = `/api/v1/rule-set-activations/${activation?.id ?? ''}/withdrawal`;
  const back = await call(rig.url, path, { token: second, body: { reason: 'Too many amber cases.' } });
  if (back.status >= 300) wrong(`taken back: ${String(back.status)} ${back.text.slice(0, 100)}`);
  await pause(EVERY_MS);
}

/** Repeats what the service could not take, as it asks for. */
async function ask<Body>(rig: FaultRig, token: string, path: string, options: Parameters<typeof call>[2] = {}) {
  for (let tries = 1; ; tries += 1) {
    const { status, body, text } = await call<Body>(rig.url, `/api/v1/rule-sets${path}`, { token, ...options });
    if (status < 300) return body;
    if (status !== 503 || tries === MOST_TRIES) throw new Error(`${path}: ${String(status)} ${text.slice(0, 300)}`);
    await pause(1_000);
  }
}

/** Proof and backtest are said to be done: they take minutes, and are no part of what is tried here. */
const PROVED = `WITH job AS (
    INSERT INTO rule_set_job (id, authority_id, version_id, hash, kind, state, outcome, requested_by, requested_by_name,
      requested_at, finished_at)
    SELECT gen_random_uuid(), 'larkshire', $1::uuid, $2, kind, 'done', outcome, 'manager', 'Martin Merlin', now(), now()
    FROM (VALUES ('verify', 'safe'), ('backtest', 'even')) AS of (kind, outcome) RETURNING id, kind)
  INSERT INTO backtest_reading (job_id, authority_id, person_id, opened_at)
    SELECT id, 'larkshire', 'manager-2', now() FROM job WHERE kind = 'backtest'`;

const UNDER = `SELECT rule_set_hash AS hash, count(*)::int AS runs FROM triage_run GROUP BY 1 ORDER BY 2 DESC`;
