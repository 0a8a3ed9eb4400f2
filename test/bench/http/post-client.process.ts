/**
 * Posts prepared requests over plain sockets, one after the other on each, and reads no more of an answer than its status and
 * length: a client that takes as little of the processors as Node can.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { answerPlans } from '../support/forked.ts';
import { Strangers } from '../support/load/referrals.ts';
import type { PostPlan, PostResult } from './post-client.ts';

const DIFFERENT = 400;
const BLANK = Buffer.from('\r\n\r\n');
const strangers = new Strangers(77);
const bodies = Array.from({ length: DIFFERENT }, () => JSON.stringify(strangers.next()));

answerPlans(run);

async function run(plan: PostPlan): Promise<PostResult> {
  const requests = bodies.map((body) => requestOf(plan, body));
  const sockets = await Promise.all(Array.from({ length: plan.connections }, () => opened(plan.url)));
  const counts = { accepted: 0, others: 0 };
  const startedAt = performance.now();
  const until = startedAt + plan.seconds * 1_000;
  await Promise.all(sockets.map((socket, index) => keepPosting({ socket, requests, until, turn: index * 13 }, counts)));
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const socket of sockets) socket.destroy();
  return { ...counts, seconds };
}

interface Posting {
  readonly socket: Socket;
  readonly requests: readonly Buffer[];
  readonly until: number;
  turn: number;
}

function keepPosting(posting: Posting, counts: { accepted: number; others: number }): Promise<void> {
  const { socket, requests, until } = posting;
  return new Promise((resolve, reject) => {
    let read: Buffer = Buffer.alloc(0);
    const send = (): void => {
      posting.turn += 1;
      socket.write(requests[posting.turn % requests.length] ?? '');
    };
    socket.on('error', reject);
    socket.on('close', () => {
      reject(new Error('The server closed a connection.'));
    });
    socket.on('data', (chunk) => {
      read = read.length === 0 ? chunk : Buffer.concat([read, chunk]);
      const length = lengthOfAnswer(read);
      if (length === null || read.length < length) return;
      if (read.toString('latin1', 9, 12) === '201') counts.accepted += 1;
      else counts.others += 1;
      read = Buffer.alloc(0);
      if (performance.now() < until) send();
      else resolve();
    });
    send();
  });
}

/** Head and body together, in bytes; `null` while the head is not whole. */
function lengthOfAnswer(read: Buffer): number | null {
  const end = read.indexOf(BLANK);
  if (end < 0) return null;
  const length = /content-length: (\d+)/i.exec(read.toString('latin1', 0, end))?.[1];
  return end + BLANK.length + Number(length ?? 0);
}

function requestOf({ url, token }: PostPlan, body: string): Buffer {
  const { host, pathname } = new URL(url);
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    `Idempotency-Key: ${randomUUID()}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

async function opened(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  await once(socket, 'connect');
  return socket;
}
