import { Injectable } from '@nestjs/common';
import { execute, sql, type Tx } from '#platform';
import { Vault } from '#vault';
import type { DraftOwner, SenderDetails } from '../draft.ts';

const PLACE = 'sender_details.details';

/** What people said of themselves with their last referral. */
@Injectable()
export class SenderRepository {
  constructor(private readonly vault: Vault) {}

  async find(tx: Tx, { authorityId, id }: DraftOwner): Promise<SenderDetails> {
    const [row] = await sql<{ details: string }>(tx, FIND, [authorityId, id]);
    return row === undefined ? {} : (JSON.parse(this.vault.openSecret(PLACE, id, row.details)) as SenderDetails);
  }

  async keep(tx: Tx, { authorityId, id }: DraftOwner, details: SenderDetails, at: Date): Promise<void> {
    await execute(tx, KEEP, [authorityId, id, this.vault.sealSecret(PLACE, id, JSON.stringify(details)), at]);
  }
}

const FIND = 'SELECT details FROM sender_details WHERE authority_id = $1 AND owner = $2';

const KEEP = `INSERT INTO sender_details (authority_id, owner, details, saved_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (authority_id, owner) DO UPDATE SET details = EXCLUDED.details, saved_at = EXCLUDED.saved_at`;
