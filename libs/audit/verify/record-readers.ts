import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { AuditAction } from '../audit-event.ts';
import type { LoggedEvent } from '../store/entry.query.ts';

/** Reads back what was put beside an event as its record, as it stands now; `null` when it is gone. */
export type ReadRecord = (tx: Tx, event: LoggedEvent) => Promise<unknown>;

/**
 * Who reads back the records that the log vouches for. Each library that appends an event with a record adds the reader
 * of its kind when it starts: a kind without one counts as altered.
 */
@Injectable()
export class RecordReaders {
  private readonly readers = new Map<string, ReadRecord>();

  add(readers: Readonly<Partial<Record<AuditAction, ReadRecord>>>): void {
    for (const [action, read] of Object.entries(readers)) this.readers.set(action, read);
  }

  /**
   * What was put beside the event as its record; `null` when that is gone.
   * @throws Error when it cannot be read.
   */
  async find(tx: Tx, event: LoggedEvent): Promise<{ readonly value: unknown } | null> {
    const read = this.readers.get(event.action);
    if (read === undefined) throw new Error('No record is known for this kind of event.');
    const value = await read(tx, event);
    return value === null ? null : { value };
  }
}
