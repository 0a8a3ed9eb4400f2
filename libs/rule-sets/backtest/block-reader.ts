import type { Database } from '#platform';
import type { CodeWordsOfCases } from './dimensions.ts';
import { findWords, type HistoryBlock, readBlock } from './history.query.ts';

/** Cases a block: large enough that the round trip does not count, small enough that a person's cancel is quick. */
export const BLOCK_SIZE = 65_536;

export interface Stretch {
  readonly authorityId: string;
  /** Read after the case of this number, up to and including that one. */
  readonly after: string;
  readonly upTo: string;
  readonly size?: number;
}

/** A block with the words of all codes that its records use. */
export interface ReadBlock extends HistoryBlock {
  readonly words: CodeWordsOfCases;
}

/**
 * Blocks of history, each read in a short transaction of its own. The next one is on its way while the caller works on
 * the one before, so that PostgreSQL and this process work side by side.
 */
export async function* blocksOf(database: Database, stretch: Stretch): AsyncGenerator<ReadBlock, undefined> {
  const { authorityId, upTo, size = BLOCK_SIZE } = stretch;
  const next = (after: string): Promise<ReadBlock | null> =>
    database.inTransaction({ authorityId }, async (tx) => {
      const block = await readBlock(tx, { authorityId, after, upTo, size });
      return block === null ? null : { ...block, words: await findWords(tx, authorityId) };
    });
  let coming = next(stretch.after);
  try {
    for (let block = await coming; block !== null; block = await coming) {
      coming = next(block.last);
      // A failure is thrown where it is awaited; meanwhile it must not count as unheard.
      coming.catch(() => null);
      yield block;
    }
  } finally {
    await coming.catch(() => null);
  }
}
