import { Injectable } from '@nestjs/common';
import { authorityIds } from '#nation-packs';
import { Database } from '#platform';
import { foldChanges } from './worklist-counts.query.ts';

const MOST_AT_ONCE = 5_000;

/** Adds up what changed in the worklists. Until it does, the counts are as right, and a little slower to read. */
@Injectable()
export class FoldWorklistCounts {
  constructor(private readonly database: Database) {}

  async execute(): Promise<void> {
    for (const authorityId of authorityIds()) {
      await this.database.inTransaction({ authorityId }, (tx) => foldChanges(tx, authorityId, MOST_AT_ONCE));
    }
  }
}
