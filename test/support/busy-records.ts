import type { ManagerRecords } from './manager-records.ts';
import type { Problem } from '#platform';
import type { ClocksResponse } from '../../apps/api/clocks/clocks.response.ts';
import type { CandidatesResponse } from '../../apps/api/family/family.response.ts';
import type { RuleSetResponse } from '../../apps/api/rule-sets/rule-set.response.ts';
import { aFullReferral, type BusyWeb } from './busy-web.ts';
import { HEALTH, KNOWN, POLICE } from './enquiry-staff.ts';
import { type Answer, eventually } from './http.ts';
import { AGENCY, aStranger, REASON } from './restricted-records.ts';

export interface CaseAtHand {
  readonly id: string;
  readonly reference: string;
}

/** One record of each kind that pages are about. */
export interface BusyRecords {
  /** Claimed by the social worker; agencies are asked, one has answered; information, a milestone, a paused clock. */
  readonly full: CaseAtHand;
  /** Two who were found to be the same person: the end of their page's address. */
  readonly pair: string;
  readonly askedOfPolice: string;
  readonly answeredByHealth: string;
  /** Nobody holds it. */
  readonly waiting: CaseAtHand;
  /** Decided by `social-worker-2`, waits for a manager. */
  readonly signOff: CaseAtHand;
  /** Signed; the school challenges it, the family asks for a review. */
  readonly decided: CaseAtHand;
  readonly challenge: string;
  readonly review: string;
  /** Open to the manager and, by breaking the glass, to the screener. */
  readonly restricted: CaseAtHand;
  /** A draft. */
  readonly ruleSet: string;
  readonly managed: ManagerRecords | null;
}

/** Makes them through the API, as the people of the demonstration. */
export async function makeBusyRecords(web: BusyWeb): Promise<BusyRecords> {
  const { staff } = web;
  await staff.haveLooked('screener', 'social-worker', 'social-worker-2', 'manager', 'manager-2');
  // The same family, told of before by somebody else: people to recognise.
  must(await staff.as(HEALTH, '/api/v1/referrals', { body: aFullReferral() }));
  const [full, waiting, signOff, decided, restricted] = await Promise.all([
    staff.aCase(aFullReferral()),
    ...[1, 2, 3, 4].map(() => staff.aCase(aStranger())),
  ]);
  if (!waiting || !signOff || !decided || !restricted) throw new Error('There are fewer cases than were made.');
  const enquiries = await fill(web, full.id);
  const pair = await recognise(web, full.id);
  await decide(web, signOff.id, 'social-worker-2');
  await decide(web, decided.id, 'social-worker');
  await change(web, 'manager', decided.id, 'sign-off', { outcome: 'signed' });
  const disputes = await dispute(web, decided);
  await delay(web, decided.id);
  const overridden = { reason: 'greater_risk', basis: 'public_task', statement: 'He might be hurt if they knew.' };
  must(await staff.as('social-worker', `/api/v1/cases/${waiting.id}/enquiry-basis/overrides`, { body: overridden }));
  must(await staff.restrict(restricted.reference, ['manager-2']));
  must(
    await staff.as('screener', '/api/v1/break-glass', { body: { reference: restricted.reference, reason: REASON } }),
  );
  must(
    await staff.as('manager', `/api/v1/referrals/${decided.reference}/legal-holds`, {
      body: { reason: 'An inquest.' },
    }),
  );
  const draft = { body: { label: 'spring-trial', changeNote: 'Bruises of babies.' } };
  const ruleSet = must(await staff.as<RuleSetResponse>('manager', '/api/v1/rule-sets', draft)).id;
  return { ...enquiries, pair, full, waiting, signOff, decided, ...disputes, restricted, ruleSet, managed: null };
}

async function fill(web: BusyWeb, id: string): Promise<Pick<BusyRecords, 'askedOfPolice' | 'answeredByHealth'>> {
  const { staff } = web;
  await change(web, 'social-worker', id, 'claim');
  const agreed = { given: 'yes', saidBy: ['parent_a'], how: 'telephone' };
  must(await staff.as('social-worker', `/api/v1/cases/${id}/enquiry-basis/agreements`, { body: agreed }));
  const askedOfPolice = await staff.asked(id, POLICE);
  const answeredByHealth = await staff.asked(id, HEALTH);
  must(await staff.answer(HEALTH, answeredByHealth, KNOWN));
  const learned = { source: 'visit', learnedOn: '2026-01-05', facts: { 'indicator.B03': true } };
  must(await staff.as('social-worker', `/api/v1/cases/${id}/information`, { body: learned }));
  const met = {
    milestone: 'child_seen',
    happenedAt: new Date(Date.now() - 60_000).toISOString(),
    source: 'own_record',
  };
  await change(web, 'social-worker', id, 'milestones', met);
  const noted = { date: '2026-01', kind: 'other', text: 'Moved here from another town.' };
  must(await staff.as('social-worker', `/api/v1/cases/${id}/chronology`, { body: noted }));
  return { askedOfPolice, answeredByHealth };
}

/** One pair is found to be the same person; the others wait for somebody to say so. */
async function recognise({ staff }: BusyWeb, id: string): Promise<string> {
  const { body } = await eventually(
    () => staff.as<CandidatesResponse>('social-worker', `/api/v1/cases/${id}/candidates`),
    (answer) => answer.body.pairs.length > 1,
  );
  const [pair] = body.pairs;
  const verdict = { mentionId: pair?.mention.id, otherId: pair?.other.id, verdict: 'same', reason: 'Same birth date.' };
  must(await staff.as('social-worker', `/api/v1/cases/${id}/verdicts`, { body: verdict }));
  return `${pair?.mention.id ?? ''}/${pair?.other.id ?? ''}`;
}

/** A clock that stands still, and one that has run out. */
async function delay(web: BusyWeb, id: string): Promise<void> {
  const { body } = await web.staff.as<ClocksResponse>('manager', `/api/v1/cases/${id}/clocks`);
  const [held, ...others] = body.clocks.filter(
    ({ state, mayBePausedFor }) => state === 'running' && mayBePausedFor.length > 0,
  );
  const reason = held?.mayBePausedFor[0]?.code;
  await change(web, 'manager', id, `clocks/${held?.id ?? ''}/pause`, { reason });
  await web.database.query('admin', LATE, [others.map((clock) => clock.id)]);
}

async function decide(web: BusyWeb, id: string, who: string): Promise<void> {
  await change(web, who, id, 'claim');
  const outcome = { outcome: 'statutory_need', urgency: 'green', overrideReason: 'Seen at home.' };
  await change(web, who, id, 'decision', { kind: 'differ', rationale: 'Enough is known.', ...outcome });
}

async function dispute({ staff }: BusyWeb, decided: CaseAtHand): Promise<Pick<BusyRecords, 'challenge' | 'review'>> {
  const grounds = { grounds: 'threshold_too_low', text: 'He came in hungry again today.' };
  const path = `/api/v1/referrals/${decided.reference}/challenges`;
  const challenge = must(await staff.as<{ id: string }>(AGENCY, path, { body: grounds })).id;
  const asked = { askedBy: 'parent', askedHow: 'telephone', grounds: 'disagrees', text: 'She says it is not so.' };
  const reviews = `/api/v1/cases/${decided.id}/family-reviews`;
  const review = must(await staff.as<{ id: string }>('screener', reviews, { body: asked })).id;
  return { challenge, review };
}

async function change({ staff }: BusyWeb, who: string, id: string, step: string, body?: object): Promise<void> {
  must(await staff.change(who, id, step, body ?? null));
}

function must<Body>({ status, body, text }: Answer<Body & Partial<Problem>>): Body {
  if (status >= 300) throw new Error(text);
  return body;
}

const LATE = `UPDATE case_clock SET started_at = now() - interval '9 days', due_at = now() - interval '1 hour'
  WHERE id = ANY ($1::uuid[])`;
