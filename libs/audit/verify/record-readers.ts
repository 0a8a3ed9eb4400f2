import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { AuditAction } from '../audit-event.ts';
import type { LoggedEvent } from '../store/entry.query.ts';

/** Reads back what was put beside an event as its record, as it stands now; `null` when it is gone. */
type ReadRecord = (tx: Tx, event: LoggedEvent) => Promise<unknown>;

/** The same for many events of one kind and authority, by the event's id; what is gone is left out. */
export type ReadRecords = (tx: Tx, events: readonly LoggedEvent[]) => Promise<ReadonlyMap<string, unknown>>;

/** Of a kind of which there are few: a query or more for each. */
export function oneByOne(read: ReadRecord): ReadRecords {
  return async (tx, events) => {
    const found = new Map<string, unknown>();
    for (const event of events) {
      const record = await read(tx, event);
      if (record !== null) found.set(event.id, record);
    }
    return found;
  };
}

/**
 * Who reads back the records that the log vouches for. Each library that appends an event with a record adds the reader
 * of its kind when it starts: a kind without one counts as altered.
 */
@Injectable()
export class RecordReaders {
  private readonly readers = new Map<string, ReadRecords>();

  add(readers: Readonly<Partial<Record<AuditAction, ReadRecords>>>): void {
    for (const [action, read] of Object.entries(readers)) this.readers.set(action, read);
  }

  /**
   * Records of events of one authority, by the event's id; what is gone is left out.
   * @throws Error when one cannot be read, or nobody knows how.
   */
  async find(tx: Tx, events: readonly LoggedEvent[]): Promise<ReadonlyMap<string, unknown>> {
    const found = new Map<string, unknown>();
    for (const action of new Set(events.map((event) => event.action))) {
      const read = this.readers.get(action);
      if (read === undefined) throw new Error('No record is known for this kind of event.');
      const records = await read(
        tx,
        events.filter((event) => event.action === action),
      );
      for (const [id, record] of records) found.set(id, record);
    }
    return found;
  }
}
