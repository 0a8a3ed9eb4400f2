import { EventLog } from '#platform';
import { KeyRing, type RecordKey } from '#vault';
import { OpenRecordKey } from '../../libs/vault/record-key.ts';
import { Wrapping } from '../../libs/vault/wrapping.ts';
import type { TestDatabase } from './test-database.ts';
import { TEST_KEYS } from './test-keys.ts';

interface StoredKey {
  readonly authorityId: string;
  readonly referralId: string;
  readonly wrapped: Buffer;
  readonly keyId: string;
}

/** The key of every record of the database, unwrapped with the ring of the tests. */
export async function recordKeys(database: TestDatabase): Promise<ReadonlyMap<string, RecordKey>> {
  const rows = await database.query<StoredKey>(
    'admin',
    `SELECT authority_id AS "authorityId", referral_id AS "referralId", wrapped, key_id AS "keyId" FROM record_key`,
  );
  const wrapping = new Wrapping(KeyRing.parse(TEST_KEYS['FIELD_KEYS'] ?? ''), new EventLog());
  return new Map(
    rows.map((row) => [row.referralId, new OpenRecordKey(row.referralId, wrapping.unwrap(row.authorityId, row))]),
  );
}
