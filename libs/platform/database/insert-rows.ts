import type { Tx } from './database.ts';
import { execute } from './sql.ts';

/**
 * Adds rows of an entity in one statement, the same for any number of them, so that it is planned once a connection. All
 * name the same columns, and none of them holds bytes.
 */
export async function insertRows<Row extends object>(
  tx: Tx,
  entity: new () => Row,
  rows: readonly Readonly<Partial<Row>>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { tableName, columns } = tx.dataSource.getMetadata(entity);
  const named = columns.filter(({ propertyName }) => propertyName in first);
  const list = named.map(({ databaseName }) => databaseName).join(', ');
  const values = rows.map((row) =>
    Object.fromEntries(named.map(({ databaseName, propertyName }) => [databaseName, row[propertyName as keyof Row]])),
  );
  const text = `INSERT INTO ${tableName} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${tableName}, $1::json)`;
  await execute(tx, text, [JSON.stringify(values)]);
}
