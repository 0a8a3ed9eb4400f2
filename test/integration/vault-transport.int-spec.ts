import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { prepareQueueSchema, queueBackendOf } from '#jobs';
import { migrations } from '#migrations';
import { connectOnce, createRoles, databaseAddress, type Environment, loadEnvironment, migrate } from '#platform';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../apps/standalone/embedded-database.ts';
import { startWorker } from '../../apps/worker/create-worker.ts';
import { eventually } from '../support/http.ts';
import { freePort } from '../support/process-port.ts';
import { describeWithRedis } from '../support/redis-server.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { makeCertificates, type TlsFiles } from '../support/tls-certificates.ts';

const PASSWORD = '6b0d5f9e';
const DATABASE = 'front_door';

interface Connection {
  readonly name: string;
  readonly ssl: boolean;
}

describe('a PostgreSQL reached over TLS', () => {
  let folder: string;
  let tls: TlsFiles;
  let server: EmbeddedDatabase;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'front-door-tls-'));
    // Makes the operating system's user that the key has to belong to.
    const first = await startEmbeddedDatabase(folder);
    await first.stop();
    tls = makeCertificates(path.join(folder, 'tls'), 'postgres');
    const files = ['-c', `ssl_cert_file=${tls.certificate}`, '-c', `ssl_key_file=${tls.key}`];
    server = await startEmbeddedDatabase(folder, ['-c', 'ssl=on', ...files]);
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const urlOf = (role: string): string => server.urlOf(role, PASSWORD, DATABASE);

  function settings(more: Readonly<Record<string, string>> = {}): Environment {
    return loadEnvironment({ NODE_ENV: 'production', DATABASE_CA: tls.ca, ...TEST_KEYS, ...more });
  }

  async function connectionsNow(): Promise<Connection[]> {
    const address = databaseAddress(server.adminUrl, settings());
    const database = await connectOnce(settings(), address.url);
    try {
      return await database.acrossAuthorities((tx) => tx.query(CONNECTIONS));
    } finally {
      await database.onApplicationShutdown();
    }
  }

  it('is set up by the operator’s commands and used by every connection of a worker, all of them encrypted', async () => {
    const owner = databaseAddress(urlOf('front_door_owner'), settings());
    const passwords = { owner: PASSWORD, api: PASSWORD, engine: PASSWORD };
    await createRoles(databaseAddress(server.adminUrl, settings()), DATABASE, passwords);
    await migrate(owner, migrations);
    await prepareQueueSchema(owner);
    const worker: INestApplicationContext = await startWorker(
      settings({ ENGINE_DATABASE_URL: `${urlOf('front_door_engine')}?sslmode=verify-full` }),
    );
    const names = ['front-door-cli', 'front-door-queue', 'front-door-relay', 'front-door-worker'];
    const isComplete = (found: Connection[]): boolean => names.every((name) => found.some((one) => one.name === name));

    const found = await eventually(connectionsNow, isComplete);
    await worker.close();

    expect(found.filter((connection) => !connection.ssl)).toEqual([]);
  }, 60_000);

  it('is not spoken to when another authority signed its certificate, when none is known, or when its name differs', async () => {
    const connect = async (environment: Environment, url = urlOf('front_door_api')): Promise<string> => {
      try {
        await (await connectOnce(environment, url)).onApplicationShutdown();
        return 'connected';
      } catch (error: unknown) {
        return (error as Error).message;
      }
    };
    const { DATABASE_CA: _, ...withoutCa } = settings();

    expect(await connect(settings())).toBe('connected');
    expect(await connect(settings({ DATABASE_CA: tls.otherCa }))).toMatch(/certificate|self-signed|issuer/i);
    expect(await connect(withoutCa, `${urlOf('front_door_api')}?sslmode=verify-full`)).toMatch(
      /certificate|self-signed/i,
    );
    const otherName = urlOf('front_door_api').replace('127.0.0.1', 'localhost');
    expect(await connect(settings(), otherName)).toMatch(/does not match certificate/);
  });

  it('is not fallen back to in clear when it has no TLS', async () => {
    const clear = await startEmbeddedDatabase(path.join(folder, 'clear'));
    try {
      const url = clear.adminUrl;

      await expect(connectOnce(settings(), url)).rejects.toThrow(/does not support SSL/);
      const { DATABASE_CA: _, ...withoutCa } = settings();
      await expect(connectOnce(withoutCa, `${url}?sslmode=verify-full`)).rejects.toThrow(/does not support SSL/);
    } finally {
      await clear.stop();
    }
  }, 30_000);
});

describeWithRedis('a Redis reached over TLS', 'own', () => {
  let folder: string;
  let tls: TlsFiles;
  let port: number;
  let server: ChildProcess;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'front-door-tls-'));
    tls = makeCertificates(folder);
    port = await freePort();
    const files = ['--tls-cert-file', tls.certificate, '--tls-key-file', tls.key, '--tls-auth-clients', 'no'];
    const more = ['--tls-ca-cert-file', tls.certificate, '--save', '', '--maxmemory-policy', 'noeviction'];
    server = spawn('redis-server', ['--port', '0', '--tls-port', String(port), ...files, ...more], { stdio: 'ignore' });
  });

  afterAll(async () => {
    server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  /** What a queue on it says first: that it is ready, or why it is not. */
  async function firstWord(url: string, ca: string): Promise<string> {
    const queue = queueBackendOf(loadEnvironment({ QUEUE_URL: `${url}127.0.0.1:${String(port)}`, QUEUE_CA: ca })).queue(
      'tls',
    );
    const refusal = new Promise<string>((resolve) => {
      queue.on('error', (error) => {
        if ((error as { code?: string }).code !== 'ECONNREFUSED') resolve(error.message);
      });
    });
    const word = await Promise.race([
      refusal,
      queue.waitUntilReady().then(
        () => 'ready',
        (error: unknown) => (error as Error).message,
      ),
    ]);
    await queue.close().catch(() => undefined);
    return word;
  }

  it('is spoken to when the right authority signed its certificate, and only then', async () => {
    expect(
      await eventually(
        () => firstWord('rediss://', tls.ca),
        (word) => word === 'ready',
      ),
    ).toBe('ready');
    expect(await firstWord('rediss://', tls.otherCa)).toMatch(/certificate|self-signed|signature/i);
  }, 30_000);
});

const CONNECTIONS = `SELECT a.application_name AS name, s.ssl FROM pg_stat_activity a JOIN pg_stat_ssl s USING (pid)
  WHERE a.application_name LIKE 'front-door-%'`;
