import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrations } from '#migrations';
import { FindCandidates, PeopleModule } from '#people';
import { createRoles, Database, loadEnvironment, migrate, PlatformModule } from '#platform';
import { newKeyRing, Vault, VaultModule } from '#vault';
import pg from 'pg';
import { startEmbeddedDatabase } from '../../../apps/standalone/embedded-database.ts';

@Module({})
class BenchModule {}

/** A PostgreSQL of our own with the whole schema, its administrator, and the engine's part of the service on it. */
export interface PeopleDatabase {
  readonly admin: pg.Client;
  readonly database: Database;
  readonly vault: Vault;
  readonly find: FindCandidates;
  stop(): Promise<void>;
}

const PASSWORD = 'bench-only';
const NAME = 'front_door_people';

export async function startPeopleDatabase(): Promise<PeopleDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'front-door-people-'));
  const flags = ['shared_buffers=1GB', 'max_wal_size=8GB', 'synchronous_commit=off', 'maintenance_work_mem=512MB'];
  const cluster = await startEmbeddedDatabase(
    folder,
    flags.flatMap((flag) => ['-c', flag]),
  );
  const local = (url: string) => ({ url, ssl: false as const });
  await createRoles(local(cluster.adminUrl), NAME, { owner: PASSWORD, api: PASSWORD, engine: PASSWORD });
  await migrate(local(cluster.urlOf('front_door_owner', PASSWORD, NAME)), migrations);
  const admin = new pg.Client({ connectionString: cluster.urlOf('postgres', cluster.password, NAME) });
  await admin.connect();
  const context = await engineContext(cluster.urlOf('front_door_engine', PASSWORD, NAME));
  return {
    admin,
    database: context.get(Database),
    vault: context.get(Vault),
    find: context.get(FindCandidates),
    stop: async () => {
      await context.close();
      await admin.end();
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function engineContext(url: string): Promise<INestApplicationContext> {
  const environment = loadEnvironment({ NODE_ENV: 'test', DATABASE_URL: url, FIELD_KEYS: newKeyRing() });
  const platform = PlatformModule.forProcess(environment, { databaseUrl: url, applicationName: 'front-door-people' });
  const imports = [platform, VaultModule, PeopleModule];
  return NestFactory.createApplicationContext(
    { module: BenchModule, imports },
    { logger: ['error'], abortOnError: false },
  );
}
