import type { RuleSet } from '#rules';
import type {
  JobResponse,
  RuleSetDetailResponse,
  RuleSetResponse,
} from '../../apps/api/rule-sets/rule-set.response.ts';
import type { BusyWeb } from './busy-web.ts';
import { type Answer, eventually } from './http.ts';
import { aList, anOffice, anOldRecord, approved, recordsOf, untilState } from './retention-records.ts';

/** What only managers have to do with. */
export interface ManagerRecords {
  /** Proved, tried on history, approved, and in force in one area. */
  readonly ruleSetInForce: string;
  readonly backtest: string;
  /** A list of what may be destroyed, and one record on it. */
  readonly disposal: string;
  /** A list that was carried out. */
  readonly destroyed: string;
  readonly due: string;
}

export async function makeManagerRecords(web: BusyWeb): Promise<ManagerRecords> {
  const office = await anOffice(web.staff.service);
  await anOldRecord(office, 30);
  const { id: destroyed } = await aList(office);
  await approved(office, destroyed);
  await untilState(office.service, office.manager, destroyed, 'done');
  await anOldRecord(office, 30);
  const { id: disposal } = await aList(office);
  const { records } = await recordsOf(office, office.manager, disposal);
  return { ...(await aRuleSetInForce(web)), destroyed, disposal, due: records[0]?.referralId ?? '' };
}

async function aRuleSetInForce({ staff }: BusyWeb): Promise<Pick<ManagerRecords, 'ruleSetInForce' | 'backtest'>> {
  const ask = async <Body>(who: string, path: string, revision: number | null, sent: object): Promise<Body> => {
    const headers = revision === null ? {} : { 'if-match': `"${String(revision)}"` };
    const answer: Answer<Body> = await staff.as<Body>(who, `/api/v1${path}`, { ...sent, headers });
    if (answer.status >= 300) throw new Error(answer.text);
    return answer.body;
  };
  const draft = { body: { label: 'in-force', changeNote: 'Neglect is more urgent.' } };
  const { id } = await ask<RuleSetResponse>('manager', '/rule-sets', null, draft);
  const { content } = await ask<RuleSetDetailResponse>('manager', `/rule-sets/${id}`, null, {});
  const rule = (content as unknown as RuleSet).rules.find((one) => one.id === 'ENG-C07');
  if (rule === undefined) throw new Error('There is no such rule.');
  const raised = { ...rule, version: rule.version + 1, then: { ...rule.then, minUrgency: 'amber' } };
  await ask('manager', `/rule-sets/${id}/rules/ENG-C07`, 1, { method: 'PUT', body: raised });
  const done = async (kind: string): Promise<string> => {
    const job = await ask<JobResponse>('manager', `/rule-sets/${id}/${kind}`, null, { method: 'POST' });
    const read = () => ask<JobResponse>('manager', `/rule-set-jobs/${job.id}`, null, {});
    await eventually(read, ({ state }) => state === 'done', 30_000);
    return job.id;
  };
  await done('verifications');
  const backtest = await done('backtests');
  await ask('manager-2', `/rule-set-jobs/${backtest}/lower`, null, {});
  const ready = await ask<RuleSetResponse>('manager', `/rule-sets/${id}`, null, {});
  const approved = await ask<RuleSetResponse>('manager-2', `/rule-sets/${id}/approval`, ready.version, { body: {} });
  const from = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
  await ask('manager', `/rule-sets/${id}/activations`, approved.version, { body: { areas: ['harbour'], from } });
  return { ruleSetInForce: id, backtest };
}
