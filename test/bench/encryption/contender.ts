import { type DynamicModule, Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { RegisterAgencies } from '#intake';
import { prepareQueueSchema } from '#jobs';
import { migrations } from '#migrations';
import {
  CrashPoints,
  createDataSource,
  createRoles,
  Database,
  databaseAddress,
  type Environment,
  loadEnvironment,
  migrate,
} from '#platform';
import { newKeyRing, Vault, VaultModule } from '#vault';
import pg from 'pg';
import { ApiModule } from '../../../apps/api/api.module.ts';
import { DEMO_AUTHORITY } from '../../../apps/standalone/demo-staff.ts';
import type { EmbeddedDatabase } from '../../../apps/standalone/embedded-database.ts';
import { ClearVault } from './clear-vault.ts';
import { UnscopedDatabase } from './unscoped-database.ts';

/** The API's use cases over a database of their own, with every protection or without. */
export interface Contender {
  readonly name: 'protected' | 'plain';
  readonly context: INestApplicationContext;
}

const PASSWORD = 'bench-only';

/** The service as it is: row-level security, sealed columns, blind index. */
export async function protectedContender(server: EmbeddedDatabase, keys: Keys): Promise<Contender> {
  const environment = await prepare(server, 'front_door_protected', keys);
  return opened('protected', ApiModule.forProcess(environment));
}

/** The same code, schema and statements without policies, scope, keys and seals. */
export async function plainContender(server: EmbeddedDatabase, keys: Keys): Promise<Contender> {
  const environment = await prepare(server, 'front_door_plain', keys);
  await withoutRowSecurity(server.urlOf('postgres', server.password, 'front_door_plain'));
  const module = ApiModule.forProcess(environment);
  const imports = (module.imports ?? []).map((part) => (part === VaultModule ? ClearVaultModule : part));
  return opened('plain', { ...module, imports: imports.map((part) => unscoped(part as DynamicModule, environment)) });
}

/** Settings that hold keys, made for one run. */
export type Keys = Readonly<Record<string, string>>;

export function benchKeys(): Keys {
  return { FIELD_KEYS: newKeyRing() };
}

async function opened(name: Contender['name'], module: DynamicModule): Promise<Contender> {
  const context = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
  await context.get(RegisterAgencies).execute(DEMO_AUTHORITY);
  return { name, context };
}

async function prepare(server: EmbeddedDatabase, name: string, keys: Keys): Promise<Environment> {
  const local = (url: string) => databaseAddress(url, loadEnvironment({}));
  await createRoles(local(server.adminUrl), name, { owner: PASSWORD, api: PASSWORD, engine: PASSWORD });
  const owner = local(server.urlOf('front_door_owner', PASSWORD, name));
  await migrate(owner, migrations);
  await prepareQueueSchema(owner);
  return loadEnvironment({
    ...keys,
    NODE_ENV: 'test',
    OIDC_ISSUER: 'http://localhost:1',
    DATABASE_URL: server.urlOf('front_door_api', PASSWORD, name),
    ENGINE_DATABASE_URL: server.urlOf('front_door_engine', PASSWORD, name),
  });
}

/** Tells PostgreSQL how much there is. */
export async function analyze(server: EmbeddedDatabase, { name }: Contender): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres', server.password, `front_door_${name}`) });
  await client.connect();
  await client.query('ANALYZE');
  await client.end();
}

async function withoutRowSecurity(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(DISABLE_ROW_SECURITY);
  await client.end();
}

const DISABLE_ROW_SECURITY = `DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT oid::regclass AS name FROM pg_class WHERE relrowsecurity LOOP
    EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY', t.name);
  END LOOP; END $$`;

/** Every part that asks for the vault gets one that seals nothing. */
@Global()
@Module({ providers: [{ provide: Vault, useFactory: () => new ClearVault(NO_RING as never) }], exports: [Vault] })
class ClearVaultModule {}

const NO_RING = null;

/** The platform's module with a database that sets no scope. */
function unscoped(part: DynamicModule, environment: Environment): DynamicModule {
  if (part.providers === undefined) return part;
  const providers = part.providers.map((provider) =>
    typeof provider === 'object' && provider.provide === Database
      ? { provide: Database, useFactory: () => connectUnscoped(environment) }
      : provider,
  );
  return { ...part, providers };
}

async function connectUnscoped(environment: Environment): Promise<Database> {
  const address = databaseAddress(environment.DATABASE_URL ?? '', environment);
  const source = createDataSource({ address, pool: environment.DATABASE_POOL, applicationName: 'front-door-plain' });
  return new UnscopedDatabase(await source.initialize(), new CrashPoints(undefined, 0));
}
