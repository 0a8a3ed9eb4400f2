import { sha256, sql, type Tx } from '#platform';
import { type NewRecordKey, type RecordKey, Vault } from '#vault';

type Insertion = Parameters<Vault['keepWith']>[3];

const CLEAR: RecordKey = {
  erased: false,
  seal: (_place, _rowId, text) => text,
  open: (_place, _rowId, stored) => stored,
  sealBytes: (_place, _rowId, bytes) => bytes,
  openBytes: (_place, _rowId, stored) => stored,
};

/** What the service would do without encryption: no keys, no statements for them, plain hashes. */
export class ClearVault extends Vault {
  override newKey({ authorityId, referralId }: { authorityId: string; referralId: string }): NewRecordKey {
    return { authorityId, referralId, key: CLEAR, stored: { referralId, wrapped: Buffer.of(), keyId: '' } };
  }

  override async keepWith(
    tx: Tx,
    _authorityId: string,
    _made: readonly NewRecordKey[],
    { text, values }: Insertion,
  ): Promise<ReadonlySet<string>> {
    const rows = await sql<{ id: string }>(tx, `${text} RETURNING id`, values);
    return new Set(rows.map(({ id }) => id));
  }

  override keysOf(): Promise<ReadonlyMap<string, RecordKey>> {
    return Promise.resolve(new Map());
  }

  override blindIndex(purpose: string, value: string): string {
    return sha256(`${purpose} ${value}`);
  }
}
