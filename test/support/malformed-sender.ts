import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ERROR_CATALOGUE } from '#domain';
import type { Receipt } from '#intake';
import type { Problem } from '#platform';
import { CANARY } from './malformed-mutations.ts';
import type { TestService } from './test-service.ts';

/** A body that went to the API, with what came back. */
export interface Sent {
  readonly name: string;
  readonly bytes: Buffer;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const AT_ONCE = 6;

/** Sends bodies as one agency and remembers them all, so that they can be compared with what is stored. */
export class Sender {
  readonly sent: Sent[] = [];

  constructor(
    private readonly service: TestService,
    private readonly token: string,
  ) {}

  async send(name: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Sent> {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    const response = await fetch(`${this.service.url}/api/v1/referrals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...headers },
      body: new Uint8Array(bytes),
    });
    const sent = { name, bytes, status: response.status, headers: response.headers, text: await response.text() };
    this.sent.push(sent);
    return sent;
  }

  /** Sends several at a time and returns them in the order given. */
  async sendAll(bodies: readonly { readonly name: string; readonly body: string | Buffer }[]): Promise<Sent[]> {
    const answers: Sent[] = [];
    for (let from = 0; from < bodies.length; from += AT_ONCE) {
      const some = bodies.slice(from, from + AT_ONCE);
      answers.push(...(await Promise.all(some.map(({ name, body }) => this.send(name, body)))));
    }
    return answers;
  }
}

export function problemIn(sent: Sent): Problem {
  return JSON.parse(sent.text) as Problem;
}

export function receiptIn(sent: Sent): Receipt {
  return JSON.parse(sent.text) as Receipt;
}

export function isStored(sent: Sent): boolean {
  return sent.status >= 200 && sent.status < 300;
}

/** Everything that is wrong with an answer, as sentences: none for a good one. */
export function complaintsAbout(sent: Sent): string[] {
  const found: string[] = [];
  const require = (holds: boolean, otherwise: string): void => {
    if (!holds) found.push(`${sent.name}: ${otherwise} (${String(sent.status)})`);
  };
  require(sent.status < 500, 'the service failed');
  require(!sent.text.includes(CANARY) &&
    ![...sent.headers.values()].join().includes(CANARY), 'the answer repeats the body');
  if (isStored(sent)) require(receiptIn(sent).bodySha256 === sha256Of(sent.bytes), 'the receipt is for other bytes');
  else
    problemComplaints(sent).forEach((complaint) => {
      require(false, complaint);
    });
  return found;
}

function problemComplaints(sent: Sent): string[] {
  if (!/^application\/problem\+json/.test(sent.headers.get('content-type') ?? '')) return ['is no problem document'];
  const problem = problemIn(sent);
  const { code, errors } = problem;
  const { title, status, remedy } = ERROR_CATALOGUE[code];
  const expected = { type: `urn:front-door:problem:${code}`, title, status, remedy, instance: '/api/v1/referrals' };
  const needsPlaces = code === 'validation_failed' || code === 'text_not_storable';
  const isPlaced = errors.every((fault) => /^(\/|$)/.test(fault.pointer) && fault.message !== '');
  const checks: [boolean, string][] = [
    [isDeepStrictEqual({ ...problem, ...expected }, problem), 'is not as the catalogue says'],
    [problem.status === sent.status, 'says another status'],
    [problem.detail !== '', 'has no detail'],
    [problem.correlationId === sent.headers.get('x-correlation-id'), 'has another correlation id than its header'],
    [!needsPlaces || errors.length > 0, 'names no place'],
    [isPlaced, 'has a fault without a place or a message'],
  ];
  return checks.filter(([holds]) => !holds).map(([, complaint]) => complaint);
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
