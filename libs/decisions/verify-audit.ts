import { Injectable } from '@nestjs/common';
import { LogFault, type Soundness, type TrustedKeys, VerifyLog } from '#audit';
import { Database } from '#platform';
import { findUnrecorded } from './unrecorded.query.ts';

/** Checks the audit log of an authority, every record it vouches for, and that there is no record beside it. */
@Injectable()
export class VerifyAudit {
  constructor(
    private readonly database: Database,
    private readonly log: VerifyLog,
  ) {}

  /** @throws LogFault naming the first thing that is wrong. */
  async execute(authorityId: string, keys: TrustedKeys, witness: readonly string[] | null): Promise<Soundness> {
    const sound = await this.log.execute({ authorityId, keys, witness });
    const strange = await this.database.inTransaction({ authorityId }, (tx) => findUnrecorded(tx, authorityId));
    if (strange === null) return sound;
    throw new LogFault(`There is a ${strange.kind} (${strange.id}) that no event records.`);
  }
}
