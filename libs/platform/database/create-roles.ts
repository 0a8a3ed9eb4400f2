import pg from 'pg';
import { connectionOf } from './connection-of.ts';
import type { DatabaseAddress } from './database-address.ts';

export interface RolePasswords {
  readonly owner: string;
  readonly api: string;
  readonly engine: string;
}

/**
 * Creates the three roles and the database, as the server's administrator; safe to repeat.
 * The owner runs migrations, the API submits and decides, the engine proposes: each can do only its own part.
 */
export async function createRoles(admin: DatabaseAddress, database: string, passwords: RolePasswords): Promise<void> {
  const client = new pg.Client(connectionOf(admin));
  await client.connect();
  try {
    await ensureRole(client, 'front_door_owner', passwords.owner);
    await ensureRole(client, 'front_door_api', passwords.api);
    await ensureRole(client, 'front_door_engine', passwords.engine);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER front_door_owner`);
    }
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, name: string, password: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${client.escapeIdentifier(name)} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
}
