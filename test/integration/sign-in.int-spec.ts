import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadEnvironment } from '#platform';
import { developmentIssuer } from '../../apps/standalone/development-issuer.ts';
import { call } from '../support/http.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** A browser's share of the sign-in: follows redirects by hand and keeps cookies. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async open(url: string, form?: Record<string, string>): Promise<{ location: string | null; text: string }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const response = await fetch(url, { redirect: 'manual', headers: { cookie }, ...body });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    const location = response.headers.get('location');
    return { location: location === null ? null : new URL(location, url).href, text: await response.text() };
  }
}

describe('sign-in', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService();
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  it('works for demo staff through the authorization code flow with PKCE, as the documentation page does it', async () => {
    const issuer = service.environment.OIDC_ISSUER;
    const redirect = `${service.environment.PUBLIC_URL}/api/docs/oauth2-redirect.html`;
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: 'front-door-docs',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: redirect,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const browser = new Browser();

    let page = await browser.open(`${issuer}/auth?${query.toString()}`);
    for (const form of [{ prompt: 'login', login: 'social-worker', password: 'anything' }, { prompt: 'consent' }]) {
      const interaction = page.location ?? '';
      await browser.open(interaction);
      page = await browser.open(interaction, form);
      page = await browser.open(page.location ?? '');
    }
    const code = new URL(page.location ?? '').searchParams.get('code') ?? '';
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'front-door-docs',
        code,
        redirect_uri: redirect,
        code_verifier: verifier,
      }),
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };

    const worklist = await call(service.url, '/api/v1/cases', { token });
    expect(worklist.status).toBe(200);
  });

  it('has no development issuer in production', async () => {
    const environment = loadEnvironment({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://localhost/unused',
      ENGINE_DATABASE_URL: 'postgres://localhost/unused',
      OIDC_ISSUER: 'https://localhost/oidc',
    });

    await expect(developmentIssuer(environment, {})).rejects.toThrow('refuses to start in production');
  });
});
