import { Database, type Scope, type Tx } from '#platform';

/** What the service would do without row-level security: transactions are for nobody in particular. */
export class UnscopedDatabase extends Database {
  override inTransaction<T>(_scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.acrossAuthorities(work);
  }
}
