import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SigningKey, TrustedKeys } from '#audit';
import { VerifyAudit } from '#decisions';
import type { AuditResponse } from '../../apps/api/cases/case.response.ts';
import type { ChallengeResponse, ChallengeTimelineResponse } from '../../apps/api/challenges/challenges.response.ts';
import type { ClocksResponse } from '../../apps/api/clocks/clocks.response.ts';
import type { AskedEnquiryResponse } from '../../apps/api/enquiries/enquiries.response.ts';
import type { FamilyResponse } from '../../apps/api/family/family.response.ts';
import type { ReferralResponse } from '../../apps/api/referrals/referral.response.ts';
import { EnquiryStaff, POLICE } from '../support/enquiry-staff.ts';
import { eventually } from '../support/http.ts';
import { PLANTED, plantedIn } from '../support/leak-watch.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { aRedReferral } from '../support/referral-builder.ts';
import { AGENCY } from '../support/restricted-records.ts';
import { sightingsOf } from '../support/stored-text.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const { givenName, familyName, street, postcode, telephone, staffText } = PLANTED;
const SCHOOL_MAIL = `safeguarding@${AGENCY}.example.org`;
const POLICE_MAIL = `safeguarding@${POLICE}.example.org`;
const AT_HOME = { address: { lines: [street], postcode } };

/** Two children of one home, and names wherever somebody can write one. */
const REFERRAL = aRedReferral({
  referrer: { capacity: 'professional', name: 'Tess Example', phone: telephone },
  children: [
    { ref: 'c1', givenName, familyName, dateOfBirth: '2016-03-01', ...AT_HOME },
    { ref: 'c2', givenName: 'Zinnia', familyName, dateOfBirth: '2019-09-09', ...AT_HOME },
  ],
  worries: { summary: `${givenName} says he was hit with a belt.`, firstHand: 'yes', injury: 'yes' },
  indicators: [{ id: 'B17', answer: 'present', children: ['c1'] }],
  agreement: { told: ['nobody'], given: 'not_asked', reasonNotAsked: 'greater_risk' },
});

describe('the whole journey of a referral', () => {
  let mail: MailServer;
  let service: TestService;
  let staff: EnquiryStaff;
  let id: string;
  let sibling: string;
  let reference: string;
  let enquiry: string;
  let challenge: string;

  beforeAll(async () => {
    mail = await startMailServer();
    service = await startTestService({
      ...{ SMTP_URL: mail.url, SMTP_FROM: 'front-door@larkshire.example.org', SMTP_TLS: 'off' },
      SWEEP_INTERVAL_MS: '200',
    });
    await service.startWorker();
    staff = new EnquiryStaff(service);
  }, 60_000);

  afterAll(async () => {
    await service.close();
    await mail.close();
  });

  /** Waits for a message to an address whose subject says this. */
  async function mailed(to: string, subject: RegExp): Promise<void> {
    await eventually(
      () => Promise.resolve(mail.received.map((one) => [one.to.join(), one.email.subject ?? ''] as const)),
      (all) => all.some(([whom, what]) => whom === to && subject.test(what)),
      20_000,
    );
  }

  /** A step of the case; once more where the rules have looked again meanwhile. */
  async function step(who: string, name: string, body: object | null = null) {
    const answer = await staff.change(who, id, name, body);
    return answer.status === 412 ? staff.change(who, id, name, body) : answer;
  }

  async function clocks(): Promise<ClocksResponse['clocks']> {
    return (await staff.as<ClocksResponse>('manager', `/api/v1/cases/${id}/clocks`)).body.clocks;
  }

  it('begins with a receipt, a proposal and an acknowledgement', async () => {
    const sent = await staff.refer(REFERRAL);
    reference = sent.reference;
    [id = '', sibling = ''] = sent.caseIds;
    await eventually(
      () => staff.read(id),
      ({ proposal }) => proposal?.level === 'statutory_protection',
    );
    expect((await staff.read(sibling)).reference).toBe(`${reference}-2`);
    await mailed(SCHOOL_MAIL, new RegExp(`We have your referral ${reference}`));
  });

  it('asks the police, but not before somebody has said why the family was not asked', async () => {
    expect((await step('social-worker', 'claim')).status).toBe(200);
    expect((await staff.ask(id, [POLICE], {}, 'social-worker')).body.code).toBe('no_lawful_basis');
    const override = { reason: 'section_47_threshold', basis: 'legal_obligation', statement: staffText };
    const made = await staff.as('social-worker', `/api/v1/cases/${id}/enquiry-basis/overrides`, { body: override });
    expect(made.status).toBe(201);
    enquiry = await staff.asked(id, POLICE, { share: ['address'], asked: `Known at ${street}? ${staffText}` });
    await mailed(POLICE_MAIL, /asks for your information/);
  });

  it('is answered by the police, who learn whom it is about from the service alone', async () => {
    const seen = await staff.as<AskedEnquiryResponse>(POLICE, `/api/v1/enquiries/${enquiry}`);
    expect(seen.body.child).toMatchObject({ name: `${givenName} ${familyName}`, address: `${street}, ${postcode}` });
    const reply = { kind: 'known', whatWeKnow: `${familyName}: two calls in May.` };
    expect((await staff.answer(POLICE, enquiry, reply)).status).toBe(200);
    expect((await staff.read(id)).enquiries).toEqual({ open: 0, unread: 1 });
  });

  it('is decided, and signed only when the sister was thought of and the reply was read', async () => {
    const choice = { kind: 'confirm', rationale: staffText, legalBasis: 'CA1989 s47' };
    expect((await step('social-worker', 'decision', choice)).status).toBe(201);
    const sign = () => step('manager', 'sign-off', { outcome: 'signed' });
    expect((await sign()).body.code).toBe('siblings_not_considered');
    const { members } = (await staff.as<FamilyResponse>('manager', `/api/v1/cases/${id}/family`)).body;
    const sister = members.find(({ part }) => part === 'sibling');
    const considered = { mentionId: sister?.id, outcome: 'already_open', reason: staffText };
    const address = `/api/v1/cases/${id}/sibling-considerations`;
    expect((await staff.as('social-worker', address, { body: considered })).status).toBe(201);
    expect((await sign()).body.code).toBe('replies_unread');
    expect((await staff.open('manager', id, enquiry)).body.content?.whatWeKnow).toContain('two calls');
    expect((await sign()).status).toBe(200);
  });

  it('tells the school how it ended', async () => {
    expect((await step('manager', 'moves', { move: 'send_feedback', reason: staffText })).status).toBe(200);
    await mailed(SCHOOL_MAIL, new RegExp(`^The outcome of ${reference}.* is ready`));
    const { body } = await staff.as<ReferralResponse>(AGENCY, `/api/v1/referrals/${reference}`);
    expect(body.cases[0]).toMatchObject({ status: 'decided', pathway: 'statutory' });
  });

  it('is challenged by the school, upheld by another manager, and reopened', async () => {
    const opened = await staff.as<ChallengeResponse>(AGENCY, `/api/v1/referrals/${reference}/challenges`, {
      body: { caseReference: `${reference}-1`, grounds: 'information_missed', text: staffText },
    });
    challenge = opened.body.id;
    const address = `/api/v1/challenges/${challenge}`;
    expect((await staff.as('social-worker', `${address}/responses`, { body: { text: staffText } })).status).toBe(201);
    expect((await staff.as(AGENCY, `${address}/escalation`, { body: { text: staffText } })).status).toBe(200);
    const upheld = await staff.as('manager-2', `${address}/decision`, { body: { outcome: 'upheld', text: staffText } });
    expect(upheld.status).toBe(200);
    expect(await staff.read(id)).toMatchObject({ state: 'reopened' });
    const theirs = await staff.as<ChallengeTimelineResponse>(AGENCY, address);
    expect(theirs.body.timeline.map(({ kind }) => kind)).toEqual(['opened', 'response', 'escalated', 'decided']);
  });

  it('kept every clock, and shows each of them', async () => {
    const all = await clocks();
    const running = all.filter(({ state }) => state === 'running').map(({ kind }) => kind);
    const kept = all.filter(({ state }) => state === 'met').map(({ kind }) => kind);

    expect(all.filter(({ state }) => !['running', 'met', 'replaced'].includes(state))).toEqual([]);
    expect([...new Set(kept)].sort()).toEqual(
      expect.arrayContaining([
        ...['acknowledge', 'challenge_stage', 'decide_next_steps', 'feedback', 'partner_reply', 'sign_off', 'urgency'],
      ]),
    );
    expect(running).toContain('decide_next_steps');
    expect(all.filter(({ subjectId }) => subjectId === challenge).map(({ stage }) => stage)).toEqual([1, 2]);
    expect(all.filter(({ subjectId }) => subjectId === enquiry)).toHaveLength(1);
  });

  it('stands in the trail step by step, and the trail proves itself', async () => {
    const { body } = await staff.as<AuditResponse>('manager', `/api/v1/cases/${id}/audit`);
    const steps = body.events.map(({ action }) => action);
    const wanted = [
      ...['referral.received', 'case.opened', 'case.proposed', 'case.claimed', 'enquiry_override.made', 'enquiry.sent'],
      ...['enquiry.answered', 'case.decided', 'enquiry.reply_read', 'decision.signed', 'challenge.opened'],
      ...['challenge.responded', 'challenge.escalated', 'challenge.decided'],
    ];
    expect(steps.filter((action) => wanted.includes(action) && action !== 'case.proposed')).toEqual(
      wanted.filter((action) => action !== 'case.proposed'),
    );
    expect(steps.indexOf('case.moved', steps.indexOf('challenge.decided'))).toBeGreaterThan(0);
    const keys = new TrustedKeys([
      new SigningKey(TEST_KEYS['AUDIT_SIGNING_KEY'] ?? '', 'tree-head').publicKey,
      new SigningKey(TEST_KEYS['EVIDENCE_SIGNING_KEY'] ?? '', 'evidence').publicKey,
    ]);
    const unsealed = 'SELECT 1 FROM audit_event WHERE id NOT IN (SELECT event_id FROM audit_leaf)';
    await eventually(
      () => service.database.query('admin', unsealed),
      (rows) => rows.length === 0,
    );
    const sound = await service.api.get(VerifyAudit, { strict: false }).execute('larkshire', keys, null);
    expect(sound).toBeDefined();
  });

  it('told everybody, and nobody anything of the family', async () => {
    const to = (address: string): (string | undefined)[] =>
      mail.received.filter((one) => one.to.includes(address)).map(({ email }) => email.subject);
    // Those of one round are sent together, in no particular order: the last of them is known by their number alone.
    await eventually(
      () => Promise.resolve(to(SCHOOL_MAIL)),
      (subjects) => subjects.length >= 5,
      20_000,
    );
    expect(to(SCHOOL_MAIL)).toContainEqual(expect.stringMatching(/^A challenge was decided/));
    expect(to(POLICE_MAIL)).toHaveLength(1);
    expect(to(SCHOOL_MAIL)).toHaveLength(5);
    expect(
      mail.received.filter(({ raw, email }) => plantedIn(`${raw} ${email.text ?? ''} ${email.html ?? ''}`).length > 0),
    ).toEqual([]);
    expect(mail.received.some(({ raw }) => /Zinnia|belt/.test(raw))).toBe(false);
  });

  it('left no name, address or word of staff in clear in the database', async () => {
    expect(
      await sightingsOf(service.database, [givenName, familyName, street, telephone, staffText, 'two calls']),
    ).toEqual([]);
  });
});
