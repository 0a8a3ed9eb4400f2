import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

describe('headers and what is refused before a body is read', () => {
  let service: TestService;
  let secure: TestService;
  let school: string;

  beforeAll(async () => {
    service = await startTestService();
    secure = await startTestService({ PUBLIC_URL: 'https://front-door.larkshire.example' });
    school = await service.agencyToken('larkbridge-primary');
  }, 60_000);

  afterAll(async () => {
    await service.close();
    await secure.close();
  }, 60_000);

  it.each([
    ['an answer', '/api/v1/referrals', 200],
    ['a record that is not there', '/api/v1/referrals/FD-2222-2222', 404],
    ['an address that is not there', '/api/v1/nothing', 404],
    ['an address that cannot be read', '/api/v1/referrals/%zz', 404],
    ['health', '/health/live', 200],
  ])('sends them with %s', async (_what, path, status) => {
    const answer = await call(service.url, path, { token: school });
    const header = (name: string): string | null => answer.headers.get(name);

    expect(answer.status).toBe(status);
    expect(header('content-security-policy')).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('cache-control')).toBe('no-store');
    expect(header('referrer-policy')).toBe('no-referrer');
    expect(header('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect([header('server'), header('x-powered-by')]).toEqual([null, null]);
  });

  it('keeps other origins out, and asks for TLS only where there is TLS', async () => {
    const [plain, overTls] = await Promise.all([call(service.url, '/health/live'), call(secure.url, '/health/live')]);

    expect(plain.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(plain.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(plain.headers.get('x-frame-options')).toBe('DENY');
    expect(plain.headers.get('strict-transport-security')).toBeNull();
    expect(overTls.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  });

  describe('the page of the documentation', () => {
    it('runs no inline script, and has each inline style allowed by its hash', async () => {
      const page = await call(service.url, '/api/docs');
      const policy = page.headers.get('content-security-policy') ?? '';
      const styles = [
        ...page.text.matchAll(/<style>([\s\S]*?)<\/style>/g),
        ...page.text.matchAll(/\sstyle="([^"]*)"/g),
      ];

      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/script-src 'self'(;|$)/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-inline');
      expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
      expect(page.text).not.toMatch(/\son\w+="/);
      expect(styles.length).toBeGreaterThan(0);
      for (const [, text = ''] of styles) {
        expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
      }
    });

    it('finds every script and sheet it names at its own address', async () => {
      const page = await call(service.url, '/api/docs');
      const named = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);

      expect(named.length).toBeGreaterThan(3);
      for (const address of named) {
        const found = await fetch(new URL(address, `${service.url}/api/docs`));
        expect({ address, status: found.status }).toEqual({ address, status: 200 });
        expect(found.headers.get('x-content-type-options')).toBe('nosniff');
        expect(found.headers.get('content-security-policy')).toContain("default-src 'none'");
      }
    });
  });

  it('answers a method that an address does not know with those it knows', async () => {
    const answer = await call(service.url, '/api/v1/referrals/FD-2222-2222?x=1', { method: 'DELETE', token: school });

    expect(answer.status).toBe(405);
    expect(answer.body.code).toBe('method_not_allowed');
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
    const both = await call(service.url, '/api/v1/referrals', { method: 'PATCH', token: school });
    expect(both.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('takes no packed body', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = httpRequest(`${service.url}/api/v1/referrals`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${school}`,
          'content-type': 'application/json',
          'content-encoding': 'gzip',
        },
      });
      sent.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end(gzipSync(JSON.stringify(aReferral())));
    });
    const asIs = await call(service.url, '/api/v1/referrals', {
      token: school,
      body: aReferral(),
      headers: { 'content-encoding': 'identity' },
    });

    expect(status).toBe(415);
    expect(asIs.status).toBe(201);
  });

  it('takes a form nowhere but where files go', async () => {
    const body = new FormData();
    body.set('children', '[]');
    const answer = await fetch(`${service.url}/api/v1/referrals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${school}` },
      body,
    });

    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ code: 'unsupported_media_type' });
  });

  it.each([
    ['too many values', { a: Array.from({ length: 5 }, () => Array.from({ length: 4_500 }, () => 1)) }],
    ['too long a list', { a: Array.from({ length: 5_001 }, () => 1) }],
    ['too many fields', Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`f${String(at)}`, 1]))],
    ['too long a text', { a: 'x'.repeat(128_001) }],
  ])('refuses %s before building anything', async (_what, body) => {
    const answer = await call(service.url, '/api/v1/referrals', { token: school, body });

    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('body_too_complex');
  });
});
