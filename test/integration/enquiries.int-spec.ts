import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NudgeAgencies } from '#enquiries';
import type { AuditResponse } from '../../apps/api/cases/case.response.ts';
import type {
  AskedEnquiryResponse,
  AskedListResponse,
  BasisResponse,
  EnquiriesResponse,
  OverrideResponse,
} from '../../apps/api/enquiries/enquiries.response.ts';
import { ASKED, EnquiryStaff, HEALTH, KNOWN, POLICE, SAID } from '../support/enquiry-staff.ts';
import { eventually } from '../support/http.ts';
import { aRedReferral } from '../support/referral-builder.ts';
import { AGENCY, aStranger } from '../support/restricted-records.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const NOT_ASKED = { agreement: { told: ['nobody'], given: 'not_asked', reasonNotAsked: 'greater_risk' } } as const;
const OVERRIDE = { reason: 'greater_risk', basis: 'legal_obligation', statement: 'Telling them would endanger him.' };

describe('enquiries to other agencies', () => {
  let service: TestService;
  let worker: INestApplicationContext;
  let staff: EnquiryStaff;

  beforeAll(async () => {
    service = await startTestService({ RETRIAGE_DEBOUNCE_MS: '0' });
    worker = await service.startWorker();
    staff = new EnquiryStaff(service);
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  it('are refused without a lawful basis, whoever asks, and leave nothing behind', async () => {
    const { id } = await staff.aCase({ ...aStranger(), ...NOT_ASKED });
    for (const who of ['screener', 'social-worker', 'manager']) {
      const { status, body } = await staff.ask(id, [POLICE], {}, who);
      expect([status, body.code]).toEqual([409, 'no_lawful_basis']);
    }
    const left = await service.database.query('admin', 'SELECT 1 FROM enquiry WHERE case_id = $1', [id]);
    expect(left).toEqual([]);
  });

  it('are asked once the family agrees, and no more once it takes that back', async () => {
    const { id } = await staff.aCase({ ...aStranger(), ...NOT_ASKED });
    const said = (given: string) =>
      staff.statusFor('screener', `/api/v1/cases/${id}/enquiry-basis/agreements`, {
        body: { given, saidBy: ['parent_a'], how: 'telephone', note: 'Rang at noon.' },
      });

    expect(await said('yes')).toBe(201);
    await staff.asked(id);
    expect(await said('withdrawn')).toBe(201);
    expect((await staff.ask(id, [HEALTH])).body.code).toBe('no_lawful_basis');
    const basis = await staff.as<BasisResponse>('manager', `/api/v1/cases/${id}/enquiry-basis`);
    expect(basis.body).toMatchObject({ standing: null, inReferral: 'not_asked' });
    expect(basis.body.agreements.map(({ given, note }) => [given, note])).toEqual([
      ['yes', 'Rang at noon.'],
      ['withdrawn', 'Rang at noon.'],
    ]);
  });

  it('are asked under an override that a manager other than its maker has signed', async () => {
    const { id } = await staff.aCase({ ...aStranger(), ...NOT_ASKED });
    const address = `/api/v1/cases/${id}/enquiry-basis/overrides`;
    const made = await staff.as<OverrideResponse>('manager', address, { body: OVERRIDE });
    const sign = (who: string, override = made.body.id) =>
      staff.statusFor(who, `${address}/${override}/signature`, { body: { outcome: 'signed' } });

    expect(await staff.statusFor('screener', address, { body: OVERRIDE })).toBe(403);
    expect(made.body).toMatchObject({ needsSignature: true, inForce: false, madeBy: { registration: 'SW000003' } });
    expect((await staff.ask(id, [POLICE])).body.code).toBe('no_lawful_basis');
    expect(await sign('manager')).toBe(403);
    expect(await sign('social-worker')).toBe(403);
    expect(await sign('manager-2')).toBe(204);
    expect(await sign('manager-2')).toBe(409);
    expect((await staff.ask(id, [POLICE])).body.enquiries[0]).toMatchObject({
      basis: 'override',
      overrideId: made.body.id,
    });
  });

  it('are asked at once under a social worker’s override where statutory protection is proposed', async () => {
    const { id } = await staff.aCase({ ...aRedReferral(), ...NOT_ASKED });
    const made = await staff.as<OverrideResponse>('social-worker', `/api/v1/cases/${id}/enquiry-basis/overrides`, {
      body: { ...OVERRIDE, reason: 'section_47_threshold' },
    });

    expect(made.body).toMatchObject({ level: 'statutory_protection', needsSignature: false, inForce: true });
    expect((await staff.ask(id, [POLICE])).status).toBe(201);
  });

  it('go to agencies of the authority alone that may be told of a child', async () => {
    const { id } = await staff.aCase();
    const { status, body } = await staff.ask(id, [POLICE, 'nobody-known', 'harbour-housing', POLICE]);

    expect(status).toBe(422);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/agencies/1', '/agencies/2', '/agencies/3']);
  });

  it('tell the agency what it needs and no other agency anything', async () => {
    const stranger = aStranger();
    const { id } = await staff.aCase(stranger);
    const enquiry = await staff.asked(id, HEALTH, { share: ['address', 'identifiers'] });
    const list = await staff.as<AskedListResponse>(HEALTH, '/api/v1/enquiries');
    const seen = await staff.as<AskedEnquiryResponse>(HEALTH, `/api/v1/enquiries/${enquiry}`);

    expect(list.body.enquiries.find((one) => one.id === enquiry)).toMatchObject({ state: 'open' });
    expect(list.text).not.toContain('Stranger');
    expect(seen.body).toMatchObject({
      asked: ASKED,
      agreed: true,
      child: { dateOfBirth: stranger.children[0]?.dateOfBirth },
    });
    expect(seen.body.child.name).toMatch(/^Stranger \d+ Newby[a-z]*$/);
    for (const other of [POLICE, AGENCY]) {
      expect(await staff.statusFor(other, `/api/v1/enquiries/${enquiry}`)).toBe(404);
      expect((await staff.answer(other, enquiry)).status).toBe(404);
      const others = await staff.as<AskedListResponse>(other, '/api/v1/enquiries');
      expect(others.body.enquiries.map((one) => one.id)).not.toContain(enquiry);
    }
    expect(await staff.statusFor(HEALTH, `/api/v1/cases/${id}/enquiries`)).toBe(403);
    const [looks] = await service.database.query<{ looks: number }>(
      'admin',
      `SELECT count(*)::int AS looks FROM audit_event WHERE case_id = $1 AND action = 'enquiry.viewed'`,
      [id],
    );
    expect(looks?.looks).toBe(1);
  });

  it('run on a clock of their own until the agency answers, once and whole', async () => {
    const { id } = await staff.aCase();
    const enquiry = await staff.asked(id);
    const clock = () =>
      service.database.query<{ stopped: boolean }>(
        'admin',
        `SELECT stopped_at IS NOT NULL AS stopped FROM case_clock WHERE subject_id = $1 AND kind = 'partner_reply'`,
        [enquiry],
      );

    expect(await clock()).toEqual([{ stopped: false }]);
    expect((await staff.ask(id, [POLICE])).status).toBe(409);
    const answers = await Promise.all([1, 2, 3].map(() => staff.answer(POLICE, enquiry)));
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual([1, 2, 3].map(() => [200, 'answered']));
    expect((await staff.answer(POLICE, enquiry, { kind: 'nothing_known' })).status).toBe(409);
    expect(await clock()).toEqual([{ stopped: true }]);
    expect((await staff.actionsOn(id)).filter((action) => action === 'enquiry.answered')).toHaveLength(1);
    expect(await staff.statusFor(POLICE, `/api/v1/enquiries/${enquiry}`)).toBe(409);
    expect(await staff.messages(enquiry)).toEqual([
      { template: 'enquiry_requested', to: POLICE },
      { template: 'enquiry_replied', to: 'social_worker' },
    ]);
  });

  it('store a reply sealed, and say who read it first; an auditor’s look reads nothing', async () => {
    const { id } = await staff.aCase();
    const enquiry = await staff.asked(id);
    await staff.answer(POLICE, enquiry);
    const stored = await service.database.query<{ row: string }>(
      'admin',
      `SELECT e::text || r::text AS row FROM enquiry e JOIN enquiry_reply r ON r.enquiry_id = e.id WHERE e.id = $1`,
      [enquiry],
    );

    expect(stored[0]?.row).not.toMatch(/Two visits|Gran|called to the address|Stranger|2015-01-02/);
    expect((await staff.open('auditor', id, enquiry)).body).toMatchObject({ content: SAID, reply: { readBy: null } });
    expect((await staff.read(id)).enquiries).toEqual({ open: 0, unread: 1 });
    expect((await staff.open('social-worker', id, enquiry)).body.reply?.readBy).toBe('Wren Whitethroat');
    expect((await staff.open('manager', id, enquiry)).body.reply?.readBy).toBe('Wren Whitethroat');
    expect((await staff.read(id)).enquiries).toEqual({ open: 0, unread: 0 });
    expect((await staff.actionsOn(id)).filter((action) => action === 'enquiry.reply_read')).toHaveLength(1);
  });

  it('hold up a signature while a reply is unread, unless somebody says why; open ones hold up nothing', async () => {
    const { id } = await staff.aCase();
    const enquiry = await staff.asked(id);
    await staff.asked(id, HEALTH);
    await staff.answer(POLICE, enquiry);
    const outcome = {
      kind: 'differ',
      rationale: 'More.',
      outcome: 'statutory_need',
      urgency: 'amber',
      overrideReason: 'X.',
    };
    expect((await staff.change('social-worker', id, 'decision', outcome)).status).toBe(201);
    const refused = await staff.change('manager', id, 'sign-off', { outcome: 'signed' });
    expect([refused.status, refused.body.code]).toEqual([409, 'replies_unread']);
    const unreadReason = 'The police told me on the telephone.';
    expect((await staff.change('manager', id, 'sign-off', { outcome: 'signed', unreadReason })).status).toBe(200);
    const { body } = await staff.as<AuditResponse>('manager', `/api/v1/cases/${id}/audit`);
    expect(body.events.find(({ action }) => action === 'replies.left_unread')).toMatchObject({ reason: unreadReason });
  });

  it('hold up a decision that needs no second person too, until the reply was opened', async () => {
    const { id } = await staff.aCase();
    const enquiry = await staff.asked(id);
    await staff.answer(POLICE, enquiry, { kind: 'declined', declineReason: 'not_our_area' });

    expect((await staff.decide(id)).body.code).toBe('replies_unread');
    await staff.open('social-worker', id, enquiry);
    expect((await staff.decide(id)).status).toBe(201);
    expect((await staff.ask(id, [HEALTH])).body.code).toBe('action_not_available');
  });

  it('have the rules look again at what an agency reports, which can raise a case', async () => {
    const { id } = await staff.aCase();
    const before = (await staff.read(id)).proposal?.level;
    const enquiry = await staff.asked(id);
    const indicators = [{ id: 'B17', answer: 'present', evidence: 'Bruises seen.' }];
    expect(
      (await staff.answer(POLICE, enquiry, { ...KNOWN, indicators: [{ id: 'Z9', answer: 'present' }] })).status,
    ).toBe(422);
    await staff.answer(POLICE, enquiry, { ...KNOWN, indicators });
    const raised = await eventually(
      () => staff.read(id),
      ({ proposal }) => proposal?.level === 'statutory_protection',
    );

    expect(before).toBe('early_help');
    expect(raised.urgency).toBe('red');
  });

  it('about a restricted child are answered like others, and show the agency no more than was sent', async () => {
    const { id, reference } = await staff.aCase();
    const enquiry = await staff.asked(id);
    expect((await staff.restrict(reference, [])).status).toBe(201);

    expect((await staff.as<AskedEnquiryResponse>(POLICE, `/api/v1/enquiries/${enquiry}`)).body.asked).toBe(ASKED);
    expect(await staff.statusFor(POLICE, `/api/v1/referrals/${reference}`)).toBe(404);
    expect((await staff.answer(POLICE, enquiry)).status).toBe(200);
    expect(await staff.statusFor('screener', `/api/v1/cases/${id}/enquiries/${enquiry}`)).toBe(404);
    expect((await staff.open('manager', id, enquiry)).body.content).toMatchObject(SAID);
  });

  it('are withdrawn with a reason while nobody has answered', async () => {
    const { id } = await staff.aCase();
    const enquiry = await staff.asked(id);
    const withdraw = () =>
      staff.statusFor('screener', `/api/v1/cases/${id}/enquiries/${enquiry}/withdrawal`, {
        body: { reason: 'Known.' },
      });

    expect(await withdraw()).toBe(204);
    expect(await withdraw()).toBe(409);
    expect((await staff.answer(POLICE, enquiry)).status).toBe(409);
    expect(await staff.statusFor(POLICE, `/api/v1/enquiries/${enquiry}`)).toBe(409);
    const list = await staff.as<EnquiriesResponse>('screener', `/api/v1/cases/${id}/enquiries`);
    expect(list.body.enquiries).toMatchObject([{ state: 'withdrawn', withdrawal: { reason: 'Known.' } }]);
  });

  it('remind the agency once at half time and once when it is over, however often somebody looks', async () => {
    const [first, second] = [await staff.aCase(), await staff.aCase()];
    const [late, overdue] = [await staff.asked(first.id), await staff.asked(second.id)];
    const age = (enquiry: string, started: string, due: string) =>
      service.database.query(
        'admin',
        `UPDATE case_clock SET started_at = now() - interval '${started}', due_at = now() + interval '${due}'
         WHERE subject_id = $1`,
        [enquiry],
      );
    await age(late, '2 hours', '1 hour');
    await age(overdue, '48 hours', '-24 hours');
    const nudge = worker.get(NudgeAgencies, { strict: false });
    await Promise.all([1, 2, 3].map(() => nudge.execute()));

    const told = async (enquiry: string) => (await staff.messages(enquiry)).map(({ template }) => template);
    expect(await told(late)).toEqual(['enquiry_requested', 'enquiry_nudge']);
    expect(await told(overdue)).toEqual(['enquiry_requested', 'enquiry_overdue']);
    await age(late, '3 hours', '-1 minute');
    await Promise.all([1, 2].map(() => nudge.execute()));
    expect(await told(late)).toEqual(['enquiry_requested', 'enquiry_nudge', 'enquiry_overdue']);
  });

  it('keep what was asked and answered from the engine, and let nobody sign their own override', async () => {
    const { id } = await staff.aCase({ ...aStranger(), ...NOT_ASKED });
    await staff.as('manager', `/api/v1/cases/${id}/enquiry-basis/overrides`, { body: OVERRIDE });
    const { database } = service;
    const own = `UPDATE enquiry_override SET outcome = 'signed', signed_by = made_by, signed_by_name = 'X', signed_at = now()`;

    for (const what of ['asked FROM enquiry', 'child FROM enquiry', 'content FROM enquiry_reply']) {
      await expect(database.query('engine', `SELECT ${what}`)).rejects.toThrow(/permission denied/);
    }
    await expect(database.query('admin', `${own} WHERE case_id = $1`, [id])).rejects.toThrow(/check constraint/);
    await expect(database.query('api', 'UPDATE enquiry_reply SET content = content')).rejects.toThrow(
      /permission denied/,
    );
  });
});
