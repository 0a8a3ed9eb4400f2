import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FastifyInstance, fastify } from 'fastify';
import { DomainError } from '#domain';
import { CROWD_MS, limitSubmissions, MOST, MOST_IN_A_CROWD } from './submissions-under-way.ts';

const STANDARD = {};
const URGENT = { safety: { immediateDanger: 'yes' } };

describe('submissions under way', () => {
  let server: FastifyInstance;
  let url: string;
  let held: (() => void)[];

  beforeEach(async () => {
    held = [];
    server = fastify({ forceCloseConnections: true });
    limitSubmissions(server);
    server.setErrorHandler((error, _request, reply) =>
      reply.code(error instanceof DomainError && error.code === 'unavailable' ? 503 : 500).send(),
    );
    server.post('/api/v1/referrals', async (_request, reply) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return reply.code(201).send();
    });
    url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/api/v1/referrals`;
  });

  afterEach(async () => {
    await server.close();
  });

  async function send(body: object, signal?: AbortSignal, token = 'school'): Promise<number> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const given = { method: 'POST', headers, body: JSON.stringify(body), ...(signal === undefined ? {} : { signal }) };
    return (await fetch(url, given)).status;
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  it('are turned away beyond as many as can be answered in time, unless they say "now"', async () => {
    const all = Array.from({ length: MOST }, () => send(STANDARD));
    await until(() => held.length === MOST);

    expect(await send(STANDARD)).toBe(503);
    const urgent = send(URGENT);
    await until(() => held.length === MOST + 1);

    for (const answer of held) answer();
    expect(new Set(await Promise.all([...all, urgent]))).toEqual(new Set([201]));
    const next = send(STANDARD);
    await until(() => held.length === MOST + 2);
    held.at(-1)?.();
    expect(await next).toBe(201);
  });

  it('of one sender turn away its own, and every other is taken until both have as many', async () => {
    const flood = Array.from({ length: MOST }, () => send(STANDARD));
    await until(() => held.length === MOST);
    const others = Array.from({ length: MOST / 2 }, () => send(STANDARD, undefined, 'police'));
    await until(() => held.length === MOST * 1.5);

    expect(await send(STANDARD, undefined, 'police')).toBe(503);
    expect(await send(STANDARD)).toBe(503);
    for (const answer of held) answer();
    expect(new Set(await Promise.all([...flood, ...others]))).toEqual(new Set([201]));
  });

  it('are few at a time after some were turned away, until for a while none was', async () => {
    const burst = Array.from({ length: MOST }, () => send(STANDARD));
    await until(() => held.length === MOST);
    expect(await send(STANDARD)).toBe(503);
    for (const answer of held.splice(0)) answer();
    await Promise.all(burst);

    const few = Array.from({ length: MOST_IN_A_CROWD }, () => send(STANDARD));
    await until(() => held.length === MOST_IN_A_CROWD);
    expect(await send(STANDARD)).toBe(503);
    const another = send(STANDARD, undefined, 'police');
    await until(() => held.length === MOST_IN_A_CROWD + 1);

    await new Promise((resolve) => setTimeout(resolve, CROWD_MS));
    const more = send(STANDARD);
    await until(() => held.length === MOST_IN_A_CROWD + 2);
    for (const answer of held) answer();
    expect(new Set(await Promise.all([...few, another, more]))).toEqual(new Set([201]));
  });

  it('make room when their sender goes away without an answer', async () => {
    const gone = new AbortController();
    const all = Array.from({ length: MOST }, () => send(STANDARD, gone.signal).catch(() => 0));
    await until(() => held.length === MOST);
    gone.abort();
    await Promise.all(all);

    let status = 503;
    while (status === 503) {
      const sent = send(STANDARD);
      await Promise.race([sent, until(() => held.length > MOST)]);
      held.at(-1)?.();
      status = await sent;
    }
    expect(status).toBe(201);
  });
});
