import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { countByKeyId, type KeyCount } from './store/record-key.query.ts';

/** What one key of the ring is still needed for in one authority. */
export interface KeyUse extends KeyCount {
  readonly authorityId: string;
}

/** Says which keys of the ring are still needed, so that an operator knows when an old one may go. */
@Injectable()
export class CountKeys {
  constructor(private readonly database: Database) {}

  async execute(authorityIds: readonly string[]): Promise<KeyUse[]> {
    const uses: KeyUse[] = [];
    for (const authorityId of authorityIds) {
      const counts = await this.database.inTransaction({ authorityId }, (tx) => countByKeyId(tx, authorityId));
      uses.push(...counts.map((row) => ({ authorityId, ...row })));
    }
    return uses;
  }
}
