/**
 * Loaded before a process of the service (`--import`) that is to have a bug: PLANTED names it. The bug is put between the
 * service and PostgreSQL, statement by statement, so that it is the same bug however the code around it changes.
 */
import { createRequire } from 'node:module';
import type pg from 'pg';

interface Statement {
  readonly text: string;
  readonly values?: unknown[];
}
type Ask = (first: string | Statement, values?: unknown[], ...rest: unknown[]) => Promise<unknown>;
type Client = { query: Ask };

const LATER_MS = 40;
const WAITS = 'done_at IS NULL AND failed_at IS NULL AND available_at <= clock_timestamp()';

const { Client } = createRequire(import.meta.url)('pg') as typeof pg;
const prototype = Client.prototype as unknown as Client;
const ask = prototype.query;
const plants: Readonly<Record<string, (client: Client, statement: Statement) => Promise<unknown>>> = {
  'acknowledge-before-commit': acknowledgeBeforeCommit,
  'enqueue-after-commit': enqueueAfterCommit,
  'cursor-relay': cursorRelay,
  'unfenced-worker': unfencedWorker,
};
const plant = plants[process.env['PLANTED'] ?? ''];
if (plant === undefined) throw new Error('PLANTED names no bug.');

prototype.query = function (this: Client, first, values, ...rest) {
  // Connections of the queue hand over callbacks and objects of their own: the bugs are not about them.
  const isOurs =
    rest.length === 0 && typeof values !== 'function' && (typeof first === 'string' || !('submit' in first));
  if (!isOurs) return ask.call(this, first, values, ...rest);
  return plant(this, typeof first === 'string' ? { text: first, ...(values === undefined ? {} : { values }) } : first);
};

/** Clients that said "committed" and have not committed yet. */
const committing = new WeakMap<Client, Promise<unknown>>();

async function acknowledgeBeforeCommit(client: Client, statement: Statement): Promise<unknown> {
  await committing.get(client);
  if (statement.text !== 'COMMIT') return ask.call(client, statement);
  const later = new Promise((resolve) => setTimeout(resolve, LATER_MS)).then(() => ask.call(client, 'COMMIT'));
  committing.set(client, later);
  return { command: 'COMMIT', rowCount: null, rows: [] };
}

/** What a transaction wants to have queued, with the scope that it may be written under. */
const unqueued = new WeakMap<Client, Statement[]>();

async function enqueueAfterCommit(client: Client, statement: Statement): Promise<unknown> {
  const kept = unqueued.get(client) ?? [];
  const { text } = statement;
  if (text === 'START TRANSACTION' || text.startsWith('BEGIN')) unqueued.set(client, []);
  if (text.includes(`set_config('front_door.authority'`)) unqueued.set(client, [...kept, statement]);
  if (text.startsWith('INSERT INTO outbox_message')) {
    unqueued.set(client, [...kept, statement]);
    return { command: 'INSERT', rowCount: 1, rows: [] };
  }
  const answer = await ask.call(client, statement);
  if (text === 'COMMIT' && kept.some((one) => one.text.startsWith('INSERT'))) {
    unqueued.set(client, []);
    await new Promise((resolve) => setTimeout(resolve, LATER_MS));
    for (const one of [{ text: 'BEGIN' }, ...kept, { text: 'COMMIT' }]) await ask.call(client, one);
  }
  return answer;
}

/** Takes only what is younger than the youngest it ever took, as a relay does that remembers how far it has read. */
function cursorRelay(client: Client, statement: Statement): Promise<unknown> {
  if (!statement.text.includes('outbox_claim_token')) return ask.call(client, statement);
  const cursor = `created_at > (SELECT coalesce(max(o.created_at), '-infinity') FROM outbox_message o
    WHERE o.lane = $1 AND o.claim_token IS NOT NULL) AND ${WAITS}`;
  return ask.call(client, { ...statement, text: statement.text.replaceAll(WAITS, cursor) });
}

/**
 * Writes whatever it once claimed, whoever holds it by now and whether or not the work is done. It takes its time between
 * the claim and the work: that is where it has to be frozen to be overtaken.
 */
async function unfencedWorker(client: Client, statement: Statement): Promise<unknown> {
  if (statement.text.includes('AS held (id, claim_token)'))
    await new Promise((resolve) => setTimeout(resolve, LATER_MS * 5));
  const text = statement.text
    .replaceAll('AND m.claim_token = held.claim_token AND m.done_at IS NULL AND m.failed_at IS NULL', '')
    .replace(/^(SELECT .* FROM "triage_run" .*) WHERE /s, '$1 WHERE false AND ');
  return ask.call(client, { ...statement, text });
}
