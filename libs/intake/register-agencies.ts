import { Injectable } from '@nestjs/common';
import { authorityPack } from '#nation-packs';
import { Database } from '#platform';
import { AgencyRow } from './store/agency.entity.ts';

/** Enters the partner agencies that an authority's pack lists; safe to repeat, a changed name is taken over. */
@Injectable()
export class RegisterAgencies {
  constructor(private readonly database: Database) {}

  /** Resolves to how many there are. */
  async execute(authorityId: string): Promise<number> {
    const agencies = authorityPack(authorityId).agencies.map(({ id, name, type, source }): AgencyRow => ({
      authorityId,
      id,
      name,
      type,
      sourceCode: source,
    }));
    await this.database.inTransaction({ authorityId }, async (tx) => {
      await tx.getRepository(AgencyRow).upsert(agencies, ['authorityId', 'id']);
    });
    return agencies.length;
  }
}
