import { DEMO_GRANT, DEMO_SECRET } from '../standalone/demo-staff.ts';
import { demoKey, fetchPartnerToken } from './partner-token.ts';

/** Speaks to a running demonstration as its agencies and staff would. */
export class DemoClient {
  private readonly tokens = new Map<string, Promise<string>>();

  /** `folder`: where the demonstration keeps its data, and the agencies' keys. */
  constructor(
    private readonly url: string,
    private readonly folder: string,
  ) {}

  async asAgency<T>(agency: string, path: string, body: object, key: string): Promise<T> {
    const token = await this.token(agency, async () =>
      fetchPartnerToken(`${this.url}/oidc`, agency, await demoKey(agency, this.folder)),
    );
    return this.send<T>(path, token, { method: 'POST', body: JSON.stringify(body), key });
  }

  async asManager<T>(path: string): Promise<T> {
    const token = await this.token('manager', () => this.staffToken('manager'));
    return this.send<T>(path, token, {});
  }

  private async send<T>(
    path: string,
    token: string,
    request: { method?: string; body?: string; key?: string },
  ): Promise<T> {
    const { key, ...rest } = request;
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const response = await fetch(`${this.url}${path}`, { ...rest, headers });
    const answer = (await response.json()) as T & { title?: string };
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${answer.title ?? ''}`);
    return answer;
  }

  private token(name: string, fetchIt: () => Promise<string>): Promise<string> {
    const ready = this.tokens.get(name) ?? fetchIt();
    this.tokens.set(name, ready);
    return ready;
  }

  private async staffToken(username: string): Promise<string> {
    const authorization = `Basic ${Buffer.from(`front-door-demo:${DEMO_SECRET}`).toString('base64')}`;
    const address = `${this.url}/oidc/token`;
    const response = await fetch(address, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({ grant_type: DEMO_GRANT, username }),
    });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`There is no demonstration sign-in at ${address}.`);
    return token;
  }
}
