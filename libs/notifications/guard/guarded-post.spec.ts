import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { env } from 'node:process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { guardedPost, type Outlet } from './guarded-post.ts';
import { checkTarget, type Resolver } from './public-hosts.ts';
import { readWebhookUrl } from './webhook-url.ts';

const NEVER = new AbortController().signal;
const NAME = 'https://hooks.example.org/';

/** Answers with one list after the other, the last for good, and counts how often it was asked. */
function answering(...answers: readonly (readonly string[])[]): { resolve: Resolver; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    resolve: (name) => {
      asked.push(name);
      return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1] ?? []);
    },
  };
}

function checked(url: string, resolve: Resolver): ReturnType<typeof checkTarget> {
  const read = readWebhookUrl(url, false);
  if ('fault' in read) throw new Error(read.fault);
  return checkTarget(read.target, resolve, 50);
}

describe('what a name may stand for', () => {
  it('is public addresses, all of them, which are then the ones to connect to', async () => {
    expect(await checked(NAME, answering(['8.8.8.8', '2001:4860:4860::8888']).resolve)).toEqual({
      addresses: [
        { address: '8.8.8.8', family: 4 },
        { address: '2001:4860:4860::8888', family: 6 },
      ],
    });
  });

  it.each([
    ['127.0.0.1'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:10.0.0.1'],
    ['fd00::1'],
    ['64:ff9b::a00:1'],
    ['nonsense'],
  ])('is not %s, not even beside a public one', async (inside) => {
    for (const found of [[inside], ['8.8.8.8', inside], [inside, '8.8.8.8']]) {
      expect(await checked(NAME, answering(found).resolve)).toEqual({ refused: 'address_refused' });
    }
  });

  it('is something, and told in time', async () => {
    const never: Resolver = () => new Promise(() => undefined);
    const unknown: Resolver = () => Promise.reject(new Error('queryA ENOTFOUND'));

    expect(await checked(NAME, answering([]).resolve)).toEqual({ refused: 'name_not_found' });
    expect(await checked(NAME, unknown)).toEqual({ refused: 'name_not_found' });
    expect(await checked(NAME, never)).toEqual({ refused: 'timeout' });
  });

  it('is asked of nobody where the address is a number', async () => {
    const { resolve, asked } = answering(['127.0.0.1']);

    expect(await checked('https://8.8.8.8/', resolve)).toEqual({ addresses: [{ address: '8.8.8.8', family: 4 }] });
    expect(asked).toEqual([]);
  });
});

describe('a guarded request', () => {
  let server: http.Server;
  let port: number;
  let requests: { url: string; host: string; body: string }[] = [];
  let answer: (response: http.ServerResponse) => void;

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { url = '', headers } = request;
        requests.push({ url, host: headers.host ?? '', body: Buffer.concat(chunks).toString() });
        answer(response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });

  beforeEach(() => {
    requests = [];
    answer = (response) => response.writeHead(204).end();
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  function post(url: string, given: Partial<Outlet> = {}, stopping = NEVER): ReturnType<typeof guardedPost> {
    const outlet = { resolve: answering(['127.0.0.1']).resolve, allowLoopback: true, ca: null, limitMs: 300, ...given };
    return guardedPost({ url, headers: { 'x-test': '1' }, body: '{"ä":1}' }, outlet, stopping);
  }

  const here = (path: string): string => `http://localhost:${String(port)}${path}`;

  it('arrives, at the checked address and under the name that was asked for', async () => {
    const { resolve, asked } = answering(['127.0.0.1']);

    expect(await post(here('/in?x=1'), { resolve })).toEqual({ status: 204 });
    expect(requests).toEqual([{ url: '/in?x=1', host: `localhost:${String(port)}`, body: '{"ä":1}' }]);
    expect(asked).toEqual(['localhost']);
  });

  it('asks once for the name and connects to nothing but the answer, whatever the name stands for a moment later', async () => {
    // The port is closed at 127.0.0.2: had the name been asked for again, the request would have arrived.
    const { resolve, asked } = answering(['127.0.0.2'], ['127.0.0.1']);

    expect(await post(here('/'), { resolve })).toEqual({ fault: 'unreachable' });
    expect([asked, requests]).toEqual([['localhost'], []]);
  });

  it('is refused at delivery when the name stood for a public address at registration and for a private one since', async () => {
    const { resolve } = answering(['8.8.8.8'], ['127.0.0.1']);

    expect(await checked(NAME, resolve)).toHaveProperty('addresses');
    expect(await post(NAME, { resolve, allowLoopback: false })).toEqual({ fault: 'address_refused' });
    expect(requests).toEqual([]);
  });

  it.each([
    'http://169.254.169.254/',
    'https://10.0.0.1/',
    'https://[fe80::1]/',
    'https://user@hooks.example.org/',
    'x',
  ])('never leaves for %s, allowance or not', async (url) => {
    expect(await post(url)).toEqual({ fault: 'address_refused' });
  });

  it('goes to this machine only where that is allowed', async () => {
    for (const url of [here('/'), `http://127.0.0.1:${String(port)}/`, `https://localhost:${String(port)}/`]) {
      expect(await post(url, { allowLoopback: false })).toEqual({ fault: 'address_refused' });
    }
    expect(requests).toEqual([]);
  });

  it('goes through the allowance for this machine to no other', async () => {
    expect(await post(here('/'), { resolve: answering(['10.0.0.1']).resolve })).toEqual({ fault: 'address_refused' });
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect: %i is the answer', async (status) => {
    answer = (response) => response.writeHead(status, { location: here('/elsewhere') }).end();

    expect(await post(here('/'))).toEqual({ status });
    expect(requests.map(({ url }) => url)).toEqual(['/']);
  });

  it('uses no proxy that the process’s environment names', async () => {
    const proxies = ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY'];
    for (const name of proxies) env[name] = 'http://127.0.0.1:9';
    try {
      expect(await post(here('/'))).toEqual({ status: 204 });
    } finally {
      for (const name of proxies) Reflect.deleteProperty(env, name);
    }
  });

  it('ends in time when nothing answers, and when an answer never ends', async () => {
    answer = () => undefined;
    expect(await post(here('/'))).toEqual({ fault: 'timeout' });
    answer = (response) => response.writeHead(200).write('x');
    expect(await post(here('/'))).toEqual({ status: 200 });
  });

  it('reads no more than a little of an answer', async () => {
    let written = 0;
    answer = (response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && written < 100_000_000) {
          written += 65_536;
          if (!response.write(Buffer.alloc(65_536))) break;
        }
      };
      response.on('drain', more);
      more();
    };

    expect(await post(here('/'), { limitMs: 5_000 })).toEqual({ status: 200 });
    expect(written).toBeLessThan(50_000_000);
  });

  it('says so when it is stopped, and when nobody listens', async () => {
    answer = () => undefined;
    const stopping = new AbortController();
    const sent = post(here('/'), { limitMs: 5_000 }, stopping.signal);
    setTimeout(() => {
      stopping.abort();
    }, 50);

    expect(await sent).toEqual({ fault: 'stopped' });
    expect(await post('http://127.0.0.1:9/')).toEqual({ fault: 'unreachable' });
  });
});
