import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '#intake';
import type { CaseDetailResponse, CaseSummaryResponse, WorklistResponse } from '../../apps/api/cases/case.response.ts';
import { send } from '../support/attachment-desk.ts';
import { EICAR, type ClamdServer, startClamd } from '../support/clamd-server.ts';
import { eventually } from '../support/http.ts';
import { LeakWatch, PLANTED, plantedIn, queuesAndMessages } from '../support/leak-watch.ts';
import { aReferral } from '../support/referral-builder.ts';
import { selfSigned } from '../support/self-signed.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { Partner, type Receiver, startReceiver } from '../support/webhook-receiver.ts';

const { givenName, familyName, street, postcode, nhsNumber, upn, telephone, email, staffText } = PLANTED;

function plantedReferral(): object {
  const text = `${givenName} ${familyName}, ${street}, ${postcode}, NHS ${nhsNumber}, ring ${telephone} or ${email}`;
  return aReferral({
    referrer: { capacity: 'professional', name: `${givenName} ${familyName}`, phone: telephone, email },
    children: [
      {
        ...{ ref: 'c1', givenName, familyName, dateOfBirth: '2015-01-01', identifiers: { nhsNumber, upn } },
        address: { lines: [street], postcode },
      },
    ],
    worries: { summary: text, childsWords: text, injury: 'no' },
    strengths: text,
  });
}

/** From the school's form to a signed decision and beyond, with everybody writing the family's name where they can. */
describe('a whole journey full of names, addresses and identifiers', () => {
  const certificate = selfSigned();
  const written: string[] = [];
  const writers = [process.stdout, process.stderr] as const;
  const original = writers.map((stream) => stream.write.bind(stream));
  let service: TestService;
  let clamd: ClamdServer;
  let receiver: Receiver;
  let watch: LeakWatch;
  let tokens: Record<'school' | 'socialWorker' | 'manager' | 'manager2' | 'auditor' | 'screener', string>;

  beforeAll(async () => {
    for (const [index, stream] of writers.entries()) {
      stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
        written.push(String(chunk));
        return original[index]?.(chunk, ...rest) ?? true;
      };
    }
    clamd = await startClamd();
    receiver = await startReceiver(certificate);
    service = await startTestService({
      ...{ WEBHOOKS_ALLOW_LOOPBACK: 'on', WEBHOOK_CA: certificate.cert, CLAMD_ADDRESS: clamd.address },
      SWEEP_INTERVAL_MS: '100',
    });
    await service.startWorker();
    watch = new LeakWatch(service.url);
    tokens = {
      school: await service.agencyToken('larkbridge-primary'),
      socialWorker: await service.staffToken('social-worker'),
      manager: await service.staffToken('manager'),
      manager2: await service.staffToken('manager-2'),
      auditor: await service.staffToken('auditor'),
      screener: await service.staffToken('screener'),
    };
  }, 60_000);

  afterAll(async () => {
    for (const [index, stream] of writers.entries()) stream.write = original[index] as typeof stream.write;
    await service.close();
    await clamd.close();
    receiver.close();
  });

  const change = async (token: string, id: string, method: string, step: string, body?: object) => {
    const { version } = (await watch.call<CaseDetailResponse>(`/api/v1/cases/${id}`, { token })).body;
    return watch.call<CaseSummaryResponse>(`/api/v1/cases/${id}/${step}`, {
      ...{ token, method, headers: { 'if-match': `"${String(version)}"` } },
      ...(body === undefined ? {} : { body }),
    });
  };

  it('leaves none of them in logs, queues, refusals, addresses, headers or messages', async () => {
    const partner = await Partner.of(service, 'larkbridge-primary');
    await partner.registered(receiver.url);
    const sent = await watch.call<Receipt>('/api/v1/referrals', { token: tokens.school, body: plantedReferral() });
    expect(sent.status).toBe(201);
    const { reference } = sent.body;
    const letter = { name: `${givenName} ${familyName}.txt`, type: 'text/plain', bytes: Buffer.from(`${street}\n`) };
    const virus = { ...letter, name: `${familyName}.txt`, bytes: Buffer.from(`${EICAR} ${telephone}`) };
    const attached = [letter, virus, { ...letter, name: `${familyName}.exe` }].map((file) =>
      send(service.url, tokens.school, reference, file),
    );
    for (const answer of await Promise.all(attached)) {
      watch.headers.push(JSON.stringify([...answer.headers]));
      if (answer.status >= 400) watch.refusals.push(answer.text);
    }

    const found = await eventually(
      () => watch.call<WorklistResponse>(`/api/v1/cases?reference=${reference}`, { token: tokens.socialWorker }),
      (answer) => answer.body.cases[0]?.proposed !== null && answer.body.cases.length === 1,
    );
    const id = found.body.cases[0]?.id ?? '';
    expect(found.text).toContain(familyName);
    for (const step of ['', '/explanation', '/audit', '/evidence', '/access-events']) {
      for (const token of Object.values(tokens)) await watch.call(`/api/v1/cases/${id}${step}`, { token });
    }
    expect((await change(tokens.socialWorker, id, 'POST', 'claim')).status).toBe(200);
    await change(tokens.socialWorker, id, 'POST', 'moves', { move: 'gather_information', reason: staffText });
    await change(tokens.socialWorker, id, 'POST', 'moves', { move: 'resume', reason: staffText });
    const decision = {
      kind: 'differ',
      outcome: 'statutory_need',
      urgency: 'red',
      rationale: staffText,
      overrideReason: staffText,
    };
    expect((await change(tokens.socialWorker, id, 'POST', 'decision', decision)).status).toBe(201);
    await change(tokens.manager, id, 'POST', 'sign-off', { outcome: 'returned', reason: staffText });
    expect((await change(tokens.socialWorker, id, 'POST', 'decision', decision)).status).toBe(201);
    expect((await change(tokens.manager, id, 'POST', 'sign-off', { outcome: 'signed' })).status).toBe(200);

    const restriction = { reasonCode: 'staff_family', reason: staffText, people: ['social-worker', 'manager'] };
    const restricting = `/api/v1/referrals/${reference}/restriction`;
    await watch.call(restricting, { token: tokens.manager, body: restriction });
    await watch.call(`/api/v1/cases/${id}`, { token: tokens.screener });
    await watch.call('/api/v1/break-glass', {
      token: tokens.screener,
      body: { reference, reason: `${staffText} today` },
    });
    for (const path of ['alerts', 'break-glass', 'me/access-events', 'audit/evidence']) {
      await watch.call(`/api/v1/${path}`, { token: tokens.manager2 });
    }
    await watch.call(`/api/v1/cases/${id}/subject-access`, { token: tokens.manager, body: { forWhom: 'child' } });
    await watch.call(`/api/v1/referrals/${reference}/legal-holds`, {
      token: tokens.manager,
      body: { reason: staffText },
    });

    await eventually(
      () => Promise.resolve(receiver.received.length),
      (count) => count > 0,
    );
    await goWrong(id, reference);

    expect(plantedIn(written.join(''))).toEqual([]);
    expect(plantedIn(watch.addresses.join('\n'))).toEqual([]);
    expect(plantedIn(watch.headers.join('\n'))).toEqual([]);
    expect(watch.refusals.length).toBeGreaterThan(10);
    expect(watch.refusals.filter((text) => plantedIn(text).length > 0)).toEqual([]);
    expect(plantedIn(JSON.stringify(receiver.received))).toEqual([]);
    const queues = await queuesAndMessages(service.database);
    expect(queues.size).toBeGreaterThan(5);
    for (const [table, text] of queues) expect([table, plantedIn(text)]).toEqual([table, []]);
  }, 60_000);

  /** Every kind of refusal, each with a name in it; and a fault of the service itself on a row that holds one. */
  async function goWrong(id: string, reference: string): Promise<void> {
    const { school, socialWorker, screener } = tokens;
    const refused: [string, string, unknown][] = [
      ['/api/v1/referrals', school, { ...plantedReferral(), [`${givenName} ${familyName}`]: familyName }],
      ['/api/v1/referrals', school, `{"children": "${familyName}`],
      ['/api/v1/referrals', screener, plantedReferral()],
      ['/api/v1/referrals', familyName, plantedReferral()],
      [`/api/v1/cases/${id}/moves`, socialWorker, { move: staffText, reason: staffText }],
      [`/api/v1/cases/${id}/decision`, socialWorker, { kind: 'confirm', rationale: staffText, [staffText]: 1 }],
      ['/api/v1/break-glass', screener, { reference: familyName, reason: `${staffText} and more` }],
      ['/api/v1/webhooks', school, { url: `https://${email}/${familyName}`, events: [familyName] }],
      [`/api/v1/referrals/${reference}/restriction`, socialWorker, { reason: staffText }],
    ];
    for (const [path, token, body] of refused) {
      const answer = await watch.call(path, { token, body });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    await service.database.query('admin', 'ALTER TABLE triage_run ADD CHECK (case_id IS NULL) NOT VALID');
    await watch.call('/api/v1/referrals', { token: school, body: plantedReferral() });
    const failing = () => service.database.query('admin', 'SELECT 1 FROM outbox_message WHERE last_error IS NOT NULL');
    await eventually(failing, (rows) => rows.length > 0);
    await service.database.query('admin', 'ALTER TABLE audit_event ADD CHECK (occurred_at IS NULL) NOT VALID');
    const broken = await watch.call('/api/v1/referrals', { token: school, body: plantedReferral() });
    expect(broken.status).toBe(500);
    expect(written.join('')).toContain('triage.failed');
    expect(written.join('')).toContain('http.fault');
  }
});
