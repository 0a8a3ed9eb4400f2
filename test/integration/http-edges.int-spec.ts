import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
}, 60_000);
afterAll(() => service.close());

/** The status lines with which the service answers to raw bytes, until it hangs up or falls silent. */
async function answersTo(raw: string): Promise<string[]> {
  const { hostname, port } = new URL(service.url);
  const socket = net.connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.setTimeout(1_000, () => socket.destroy());
  socket.write(raw);
  await once(socket, 'close');
  return [
    ...Buffer.concat(chunks)
      .toString()
      .matchAll(/^HTTP\/1\.1 (\d{3})/gm),
  ].map((match) => match[1] ?? '');
}

function head(...lines: string[]): string {
  return `${['POST /api/v1/referrals HTTP/1.1', 'Host: front.example.org', ...lines].join('\r\n')}\r\n\r\n`;
}

const SMUGGLED = 'GET /health/live HTTP/1.1\r\nHost: front.example.org\r\n\r\n';

describe('at its edges HTTP', () => {
  it.each([
    ['two lengths', head('Content-Length: 5', 'Content-Length: 60') + 'abcde'],
    ['a length and chunks', head('Content-Length: 4', 'Transfer-Encoding: chunked') + `0\r\n\r\n${SMUGGLED}`],
    ['chunks that are none', head('Transfer-Encoding: xchunked') + `0\r\n\r\n${SMUGGLED}`],
    ['a header after a space', head('Transfer-Encoding : chunked') + `0\r\n\r\n${SMUGGLED}`],
  ])('is refused with %s, and nothing hidden behind it is answered', async (_name, raw) => {
    expect(await answersTo(raw)).toEqual(['400']);
  });

  it('answers what is sound on the same wire', async () => {
    expect(await answersTo(SMUGGLED)).toEqual(['200']);
  });

  it('knows no TRACE, CONNECT or TRACK, and repeats nothing of what they carry', async () => {
    const raw = 'TRACE /api/v1/cases HTTP/1.1\r\nHost: front.example.org\r\nCookie: planted\r\n\r\n';

    expect((await answersTo(raw)).every((status) => status.startsWith('4'))).toBe(true);
    expect(await answersTo(raw.replace('TRACE', 'TRACK'))).toEqual(['400']);
  });

  it('lets no page of another origin read an answer', async () => {
    const origin = { origin: 'https://elsewhere.example.org' };
    const asked = { ...origin, 'access-control-request-method': 'POST' };
    const answers = [
      await call(service.url, '/health/live', { headers: origin }),
      await call(service.url, '/api/v1/cases', { headers: origin, token: await service.staffToken('screener') }),
      await call(service.url, '/api/v1/referrals', { method: 'OPTIONS', headers: asked }),
    ];

    for (const { headers } of answers) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
    expect(answers[2]?.status).toBeGreaterThanOrEqual(400);
  });

  it('refuses a parameter that comes twice, and one that the address does not know', async () => {
    const token = await service.staffToken('screener');

    for (const query of ['urgency=red&urgency=blue', 'limit=5&limit=5', 'sort=name']) {
      expect([query, (await call(service.url, `/api/v1/cases?${query}`, { token })).status]).toEqual([query, 422]);
    }
  });

  it('sends no source, no listing and no file of the machine', async () => {
    for (const path of [
      '/.git/HEAD',
      '/.env',
      '/dist/',
      '/node_modules/',
      '/api/docs/../../package.json',
      '/api/docs/%2e%2e/%2e%2e/package.json',
    ]) {
      const { status, text } = await call(service.url, path);

      expect([path, status]).toEqual([path, 404]);
      expect(text).not.toMatch(/"dependencies"|ref:|Index of/);
    }
  });
});

describe('a refusal that may be somebody trying doors', () => {
  it('is logged by code, status and route, and an everyday one is not', async () => {
    const lines: string[] = [];
    const token = await service.agencyToken('larkbridge-primary');
    const original = process.stdout.write.bind(process.stdout);
    process.stdout.write = (chunk: string | Uint8Array, ...rest: never[]) => {
      lines.push(String(chunk));
      return original(chunk, ...rest);
    };
    try {
      await call(service.url, '/api/v1/cases');
      await call(service.url, '/api/v1/cases', { token: 'planted-token' });
      await call(service.url, '/api/v1/cases', { token });
      await call(service.url, '/api/v1/referrals', { token, body: { ...aReferral(), children: [] } });
    } finally {
      process.stdout.write = original;
    }
    const refused = lines.filter((line) => line.includes('http.refused'));

    expect(refused.map((line) => /"code":"(\w+)"/.exec(line)?.[1])).toEqual([
      'not_signed_in',
      'not_signed_in',
      'not_allowed',
    ]);
    for (const line of refused) {
      expect(line).toContain('"route":"/api/v1/cases"');
      expect(line).toMatch(/"status":40[13]/);
      expect(line).not.toContain('planted-token');
    }
  });
});
