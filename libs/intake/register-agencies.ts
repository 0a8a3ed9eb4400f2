import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { AgencyRow } from './store/agency.entity.ts';

export type Agency = Readonly<AgencyRow>;

/** Enters or renames partner agencies; safe to repeat. */
@Injectable()
export class RegisterAgencies {
  constructor(private readonly database: Database) {}

  async execute(agencies: readonly Agency[]): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await tx.getRepository(AgencyRow).upsert([...agencies], ['authorityId', 'id']);
    });
  }
}
