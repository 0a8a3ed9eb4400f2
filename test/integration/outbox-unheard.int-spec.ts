import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/http.ts';
import { type Engine, openEngine } from '../support/process-engine.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('messages that nobody was woken for', () => {
  let service: TestService;
  let engine: Engine;

  beforeAll(async () => {
    service = await startTestService();
    engine = await openEngine(service.environment);
    const token = await service.agencyToken('larkbridge-primary');
    for (let sent = 0; sent < 3; sent += 1) {
      await call(service.url, '/api/v1/referrals', { token, body: aReferral({ senderReference: String(sent) }) });
    }
  }, 60_000);

  afterAll(async () => {
    await engine.close();
    await service.close();
  });

  function unheard(olderThanMs: number): Promise<number> {
    return engine.database.acrossAuthorities((tx) => engine.outbox.countUnheard(tx, 'standard', olderThanMs));
  }

  it('are counted once they are ready for long enough, until somebody takes them', async () => {
    await sleep(50);
    expect(await unheard(3_600_000)).toBe(0);
    expect(await unheard(20)).toBe(3);

    await engine.claim('standard', 2);
    expect(await unheard(20)).toBe(1);

    await engine.claim('standard');
    expect(await unheard(20)).toBe(0);
  });

  it('are not those whose worker died, which are taken over and not found', async () => {
    await service.database.query('admin', `UPDATE outbox_message SET claimed_until = now() - interval '1 minute'`);

    expect(await unheard(20)).toBe(0);
  });

  it('are not those that were to wait for more', async () => {
    await service.database.query(
      'admin',
      `UPDATE outbox_message SET claimed_until = NULL, attempts = 0, reason = 'family_contacted'`,
    );

    expect(await unheard(20)).toBe(0);
  });
});
