import type { Tx } from './database.ts';

/** Runs one statement in the transaction and returns its rows, for every kind of statement alike. */
export async function sql<Row extends object>(
  tx: Tx,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const result = (await runnerOf(tx).query(text, [...parameters], true)) as { records?: Row[] };
  return result.records ?? [];
}

/** As `sql`, but says how many rows the statement touched. */
export async function execute(tx: Tx, text: string, parameters: readonly unknown[] = []): Promise<number> {
  const result = (await runnerOf(tx).query(text, [...parameters], true)) as { affected?: number | null };
  return result.affected ?? 0;
}

function runnerOf(tx: Tx): NonNullable<Tx['queryRunner']> {
  if (tx.queryRunner === undefined) throw new Error('This manager is not in a transaction.');
  return tx.queryRunner;
}
