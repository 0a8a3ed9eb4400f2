import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { blindKey } from '../../../libs/people/matching/blind-key.ts';
import { blockingKeysOf } from '../../../libs/people/matching/blocking-keys.ts';
import { comparable } from '../../../libs/people/matching/comparable.ts';
import { peopleOfReferral } from '../../../libs/people/mentions/people-of-referral.ts';
import type { PeopleDatabase } from './people-database.ts';
import type { InventedReferral } from './population/referrals.ts';
import { meant } from './world.ts';

export const AUTHORITY = 'larkshire';
const BATCH = 4_000;

interface Batch {
  readonly keys: unknown[][];
  readonly mentions: unknown[][];
  readonly blocks: unknown[][];
  readonly clear: unknown[][];
}

/** A referral as it stands in the bench database. */
export interface StoredReferral {
  readonly id: string;
  readonly people: readonly { readonly mentionId: string; readonly person: number; readonly name: string }[];
}

/**
 * Writes referrals as far as matching reads them: keys of records, mentions, blocking keys; names in clear beside them for the
 * trigram index, in a table that the service does not have. Foreign keys rest, and the referrals themselves stay away.
 */
export class Filler {
  private batch = emptyBatch();

  constructor(private readonly bench: PeopleDatabase) {}

  async prepare(): Promise<void> {
    await this.bench.admin.query(`CREATE EXTENSION pg_trgm;
      CREATE TABLE clear_name (mention_id uuid NOT NULL, name text NOT NULL);
      SET session_replication_role = replica;
      SET pg_trgm.similarity_threshold = 0.5;`);
  }

  async add(referral: InventedReferral): Promise<StoredReferral> {
    const stored = this.write(referral);
    if (this.batch.mentions.length >= BATCH) await this.flush();
    return stored;
  }

  async flush(): Promise<void> {
    const { admin } = this.bench;
    const { keys, mentions, blocks, clear } = this.batch;
    this.batch = emptyBatch();
    await insert(admin, 'record_key (referral_id, authority_id, wrapped, key_id)', 'uuid, text, bytea, text', keys);
    await insert(admin, `person_mention (${MENTION})`, MENTION_TYPES, mentions);
    await insert(admin, 'person_key (key, mention_id, authority_id)', 'bigint, uuid, text', blocks);
    await insert(admin, 'clear_name (mention_id, name)', 'uuid, text', clear);
  }

  private write(referral: InventedReferral): StoredReferral {
    const { vault } = this.bench;
    const id = randomUUID();
    const { key, stored } = vault.newKey({ authorityId: AUTHORITY, referralId: id });
    this.batch.keys.push([id, AUTHORITY, stored.wrapped, stored.keyId]);
    const people = meant(referral);
    const described = peopleOfReferral(referral.document).map(({ role, position, details }) => {
      const mentionId = randomUUID();
      const sealed = key.seal('person_mention.details', mentionId, JSON.stringify(details));
      const caseId = role === 'child' ? randomUUID() : null;
      const { receivedAt } = referral;
      this.batch.mentions.push([mentionId, AUTHORITY, id, caseId, role, position, randomUUID(), receivedAt, sealed]);
      for (const text of blockingKeysOf(comparable({ role, receivedAt, details })))
        this.batch.blocks.push([blindKey(vault, AUTHORITY, text).toString(), mentionId, AUTHORITY]);
      const name = [details.names.given, details.names.family].filter((part) => part !== null).join(' ');
      if (name !== '') this.batch.clear.push([mentionId, name]);
      return {
        mentionId,
        person: people.get(`${role === 'child' ? 'child' : 'household'} ${position}`)?.id ?? -1,
        name,
      };
    });
    return { id, people: described };
  }
}

const MENTION = 'id, authority_id, referral_id, case_id, role, position, person_id, received_at, details';
const MENTION_TYPES = 'uuid, text, uuid, uuid, text, smallint, uuid, timestamptz, text';

function emptyBatch(): Batch {
  return { keys: [], mentions: [], blocks: [], clear: [] };
}

/** One statement for all rows, a parameter for each column. */
async function insert(admin: pg.Client, into: string, types: string, rows: readonly unknown[][]): Promise<void> {
  const arrays = types.split(', ').map((type, column) => ({ type, values: rows.map((row) => row[column]) }));
  const parameters = arrays.map(({ type }, column) => `$${column + 1}::${type}[]`).join(', ');
  await admin.query(
    `INSERT INTO ${into} SELECT * FROM unnest(${parameters})`,
    arrays.map(({ values }) => values),
  );
}
