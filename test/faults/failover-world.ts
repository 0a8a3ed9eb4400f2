import pg from 'pg';
import { freePort } from '../support/process-port.ts';
import { DATABASE, databaseAt, migratedFolder } from '../support/migrated-cluster.ts';
import { PostgresProxy } from '../support/postgres-proxy.ts';
import { PASSWORD, PostgresServer } from '../support/postgres-server.ts';
import { baseBackup, followPrimary, promote, untilFollowed } from '../support/postgres-standby.ts';
import type { TestDatabase } from '../support/test-database.ts';
import type { World } from './world.ts';

/** Whether a commit is answered only when the standby has it. */
type Replication = 'sync' | 'async';

const FLAGS = ['-c', 'max_connections=150', '-c', 'shared_buffers=64MB', '-c', 'wal_keep_size=64MB'];
const STANDBY = 'standby';

/** A primary and a standby on two ports, which change places; processes know both and nobody tells them which is which. */
export class FailoverWorld implements World {
  readonly redis = null;
  readonly database: TestDatabase;
  readonly settings: Readonly<Record<string, string>>;

  private constructor(
    private readonly replication: Replication,
    public primary: PostgresServer,
    public standby: PostgresServer,
    /** What the standby hears of the primary comes through here. */
    readonly hearing: PostgresProxy,
    /** The checker is no client of the service: it is led to the primary. */
    private readonly front: PostgresProxy,
  ) {
    this.database = databaseAt(front.port);
    const hosts = [primary, standby].map(({ port }) => `127.0.0.1:${String(port)}`).join(',');
    const urlOf = (role: string): string =>
      `postgres://front_door_${role}:${PASSWORD}@${hosts}/${DATABASE}?target_session_attrs=read-write`;
    this.settings = { DATABASE_URL: urlOf('api'), ENGINE_DATABASE_URL: urlOf('engine') };
  }

  static async open(replication: Replication): Promise<FailoverWorld> {
    const primary = new PostgresServer(await migratedFolder(), await freePort(), FLAGS);
    await primary.start();
    const [hearing, front] = await Promise.all([PostgresProxy.to(primary.port), PostgresProxy.to(primary.port)]);
    const standby = await standbyOf(primary, hearing, await freePort());
    const world = new FailoverWorld(replication, primary, standby, hearing, front);
    await world.replicate();
    return world;
  }

  /** The standby takes over from a primary that is no more. */
  async failOver(): Promise<void> {
    await promote(this.standby);
    [this.primary, this.standby] = [this.standby, this.primary];
    this.front.retarget(this.primary.port);
  }

  /** What failed comes back, from a new base backup, as the standby of the one that took over. */
  async rebuildStandby(): Promise<void> {
    const { port } = this.standby;
    await this.standby.remove();
    this.hearing.retarget(this.primary.port);
    this.standby = await standbyOf(this.primary, this.hearing, port);
    await this.replicate();
  }

  async close(): Promise<void> {
    await Promise.all([this.hearing.close(), this.front.close()]);
    await Promise.all([this.standby.remove(), this.primary.remove()]);
  }

  /** From now on, where replication is synchronous, no commit is answered without the standby. */
  private async replicate(): Promise<void> {
    await untilFollowed(this.primary, STANDBY, 'async');
    if (this.replication === 'async') return;
    const client = new pg.Client({ connectionString: this.primary.url });
    await client.connect();
    try {
      await client.query(`ALTER SYSTEM SET synchronous_standby_names = '${STANDBY}'`);
      await client.query('SELECT pg_reload_conf()');
    } finally {
      await client.end();
    }
    await untilFollowed(this.primary, STANDBY, 'sync');
  }
}

async function standbyOf(primary: PostgresServer, hearing: PostgresProxy, port: number): Promise<PostgresServer> {
  const folder = await baseBackup(primary);
  await followPrimary(folder, hearing.port, STANDBY);
  const standby = new PostgresServer(folder, port, FLAGS);
  await standby.start();
  return standby;
}
