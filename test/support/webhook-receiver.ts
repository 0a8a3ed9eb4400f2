import { createServer as createHttpServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { WebhookMessage } from '#notifications';
import type { WebhookResponse, WebhookWithSecretResponse } from '../../apps/api/webhooks/webhook.response.ts';
import { type Answer, call } from './http.ts';
import type { SelfSigned } from './self-signed.ts';
import type { TestService } from './test-service.ts';

export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly at: number;
}

/** A partner's system: keeps what it receives and answers as it is told, with 204 until then. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  answer: (response: ServerResponse, received: Received) => void;
  close(): void;
}

/** With a certificate it speaks TLS, and nothing else. */
export async function startReceiver(certificate?: SelfSigned): Promise<Receiver> {
  const received: Received[] = [];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      const one = { path: request.url ?? '', headers, body: Buffer.concat(chunks).toString(), at: performance.now() };
      received.push(one);
      receiver.answer(response, one);
    });
  };
  const server: Server =
    certificate === undefined ? createHttpServer(listener) : createHttpsServer(certificate, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${String(port)}`,
    received,
    answer: (response) => response.writeHead(204).end(),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return receiver;
}

/** An agency's own system as it keeps its webhooks. */
export class Partner {
  constructor(
    readonly service: TestService,
    readonly token: string,
  ) {}

  static async of(service: TestService, agency: string): Promise<Partner> {
    return new Partner(service, await service.agencyToken(agency));
  }

  ask<Body>(path: string, given: Parameters<typeof call>[2] = {}): Promise<Answer<Body>> {
    return call<Body>(this.service.url, `/api/v1/webhooks${path}`, { token: this.token, ...given });
  }

  register(url: string, events = ['case.signed', 'case.closed']): Promise<Answer<WebhookWithSecretResponse>> {
    return this.ask<WebhookWithSecretResponse>('', { body: { url, events } });
  }

  /** Registers it, or fails. */
  async registered(url: string, events?: string[]): Promise<WebhookWithSecretResponse> {
    const answer = await this.register(url, events);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }

  async read(id: string): Promise<WebhookResponse> {
    return (await this.ask<WebhookResponse>(`/${id}`)).body;
  }

  change<Body = WebhookResponse>(
    id: string,
    version: number,
    given: { method?: string; path?: string; body?: object },
  ) {
    const { method = 'PATCH', path = '', body } = given;
    const headers = { 'if-match': `"${String(version)}"` };
    return this.ask<Body>(`/${id}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  }
}

export function messageIn({ body }: Received): WebhookMessage {
  return JSON.parse(body) as WebhookMessage;
}
