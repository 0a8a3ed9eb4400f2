import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
}, 60_000);
afterAll(() => service.close());

describe('an API that is asked to stop', () => {
  it('answers what is under way, and stops then, whatever the sender keeps open', async () => {
    const agent = new http.Agent({ keepAlive: true });
    const body = JSON.stringify(aReferral());
    const request = http.request(`${service.url}/api/v1/referrals`, {
      method: 'POST',
      agent,
      headers: {
        authorization: `Bearer ${await service.agencyToken('larkbridge-primary')}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    request.write(body.slice(0, 100));
    await sleep(200);

    const stopped = service.api.close();
    await sleep(200);
    request.end(body.slice(100));

    const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
    expect(answer.statusCode).toBe(201);
    answer.resume();
    // A connection at rest would be kept for 72 s.
    await stopped;
    agent.destroy();
  }, 8_000);
});
