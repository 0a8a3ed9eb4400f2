import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, eventually } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const CANARY = 'Zebedee-Canary';

/** A referral with the canary in every text that could slip somewhere. */
function canaryReferral(): object {
  const text = `${CANARY} lives here`;
  return aReferral({
    senderReference: 'S-1',
    referrer: { capacity: 'professional', name: CANARY, phone: '01632 960011', email: `${CANARY}@example.org` },
    children: [
      { ref: 'c1', givenName: CANARY, dateOfBirth: '2015-01-01', address: { lines: [text], postcode: 'LK1 1AA' } },
    ],
    worries: { summary: text, childsWords: text, injury: 'no' },
    strengths: text,
    indicators: [{ id: 'B16', answer: 'not_asked', evidence: text }],
  });
}

describe('personal data', () => {
  let service: TestService;
  let token: string;
  const written: string[] = [];
  const writers = [process.stdout, process.stderr] as const;
  const original = writers.map((stream) => stream.write.bind(stream));

  beforeAll(async () => {
    for (const [index, stream] of writers.entries()) {
      stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
        written.push(String(chunk));
        return original[index]?.(chunk, ...rest) ?? true;
      };
    }
    service = await startTestService();
    await service.startWorker();
    token = await service.agencyToken('larkbridge-primary');
  }, 60_000);

  afterAll(async () => {
    for (const [index, stream] of writers.entries()) stream.write = original[index] as typeof stream.write;
    await service.close();
  });

  it('stays out of logs, job payloads, messages, audit details and receipts, also when things go wrong', async () => {
    const sent = await call(service.url, '/api/v1/referrals', { token, body: canaryReferral() });
    const refused = await call(service.url, '/api/v1/referrals', {
      token,
      body: { ...canaryReferral(), [CANARY]: CANARY },
    });
    // A fault in the engine, on a row that holds the canary.
    await service.database.query('admin', 'ALTER TABLE triage_run ADD CHECK (case_id IS NULL) NOT VALID');
    await call(service.url, '/api/v1/referrals', { token, body: canaryReferral() });
    const failing = () => service.database.query('admin', 'SELECT 1 FROM outbox_message WHERE last_error IS NOT NULL');
    await eventually(failing, (rows) => rows.length > 0);

    expect(sent.status).toBe(201);
    expect(sent.text).not.toContain(CANARY);
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0]?.pointer.startsWith('/')).toBe(true);
    expect(written.join('')).toContain('triage.failed');
    expect(written.join('')).not.toContain(CANARY);
    for (const table of ['outbox_message', 'audit_event', 'case_clock', 'case_match_key', 'bullmq.job']) {
      const rows = await service.database.query<{ text: string }>('admin', `SELECT t::text AS text FROM ${table} t`);

      expect(rows.map((row) => row.text).join('\n')).not.toContain(CANARY);
    }
  });
});
