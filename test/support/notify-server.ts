import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';

/** A message as GOV.UK Notify was given it. */
interface NotifyMessage {
  readonly id: string;
  readonly kind: 'email' | 'sms';
  readonly body: Readonly<Record<string, unknown>>;
  status: string;
}

export interface NotifyServer {
  readonly url: string;
  readonly messages: NotifyMessage[];
  readonly tokens: string[];
  /** Answers the next attempts to send with this status. */
  refuseWith: number | null;
  close(): void;
}

/** Speaks the part of GOV.UK Notify's interface that the service uses. */
export async function startNotifyServer(): Promise<NotifyServer> {
  const messages: NotifyMessage[] = [];
  const tokens: string[] = [];
  const state: { refuseWith: number | null } = { refuseWith: null };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    tokens.push(request.headers.authorization ?? '');
    const url = new URL(request.url ?? '/', 'http://localhost');
    const say = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const kind = /^\/v2\/notifications\/(email|sms)$/.exec(url.pathname)?.[1] as NotifyMessage['kind'] | undefined;
    if (request.method === 'POST' && kind !== undefined) {
      const body = JSON.parse(await textOf(request)) as Record<string, unknown>;
      if (state.refuseWith !== null) return void say(state.refuseWith, { errors: [{ message: JSON.stringify(body) }] });
      const message: NotifyMessage = { id: randomUUID(), kind, body, status: 'created' };
      messages.push(message);
      return void say(201, { id: message.id, reference: body['reference'] });
    }
    if (url.pathname === '/v2/notifications') {
      const found = messages.filter(({ body }) => body['reference'] === url.searchParams.get('reference'));
      return void say(200, { notifications: found.map(({ id, status }) => ({ id, status })) });
    }
    const one = messages.find(({ id }) => url.pathname.endsWith(id));
    say(one === undefined ? 404 : 200, one ?? {});
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `http://127.0.0.1:${String(port)}`,
    messages,
    tokens,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
