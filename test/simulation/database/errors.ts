/** PostgreSQL closed the connection. */
export class ConnectionLost extends Error {
  override readonly name: string = 'ConnectionLost';
}

/** The connection was cut at the commit: nobody knows whether it was made. */
export class OutcomeUnknown extends ConnectionLost {
  override readonly name = 'OutcomeUnknown';
}

/** Two transactions wait for one another; PostgreSQL ends one of them. */
export class Deadlock extends Error {
  override readonly name = 'Deadlock';
}

/** A row with the same unique key is there. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
}
