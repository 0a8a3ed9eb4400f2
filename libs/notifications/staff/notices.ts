import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Clock, DomainError } from '#domain';
import { CLOCK, Database } from '#platform';
import { countUnread, markRead, type Notice, type NoticePlace, noticesOf } from '../store/notice.query.ts';

export interface NoticePage {
  readonly notices: readonly Notice[];
  readonly unread: number;
  readonly next: string | null;
}

/** What a person is told in the service: everything that is also sent to them, and what could not be sent. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Unread ones first. @throws DomainError `validation_failed` for a cursor that is none. */
  list(actor: Actor, asked: { readonly limit: number; readonly after: string | null }): Promise<NoticePage> {
    const after = asked.after === null ? null : placeOf(asked.after);
    return this.database.inTransaction(actor, async (tx) => {
      const rows = await noticesOf(tx, actor, asked.limit + 1, after);
      const notices = rows.slice(0, asked.limit);
      const last = notices.at(-1);
      const next = rows.length > asked.limit && last !== undefined ? cursorOf(last) : null;
      return { notices, unread: await countUnread(tx, actor), next };
    });
  }

  /** @throws DomainError `not_found`. */
  async read(actor: Actor, id: string): Promise<void> {
    const isMine = await this.database.inTransaction(actor, (tx) => markRead(tx, actor, id, this.clock.now()));
    if (!isMine) throw new DomainError('not_found', 'There is no notice with this id for you.');
  }

  /** Those of them that are the person's; of the others nothing is said. */
  readAll(actor: Actor, ids: readonly string[]): Promise<void> {
    return this.database.inTransaction(actor, async (tx) => {
      for (const id of ids) await markRead(tx, actor, id, this.clock.now());
    });
  }
}

const CURSOR = /^([01])\.(\d{1,15})\.([0-9a-f-]{36})$/;

function cursorOf({ readAt, at, id }: Notice): string {
  return `${readAt === null ? '0' : '1'}.${String(at.getTime())}.${id}`;
}

function placeOf(cursor: string): NoticePlace {
  const [, read, at, id] = CURSOR.exec(cursor) ?? [];
  if (id !== undefined) return { isRead: read === '1', at: new Date(Number(at)), id };
  throw new DomainError('validation_failed', 'This is no place in the list.', [
    { pointer: '/after', message: 'must be the next of the page before' },
  ]);
}
