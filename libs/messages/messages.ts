import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Role } from '#domain';
import { wakeWorkers } from '#outbox';
import { sql, type Tx } from '#platform';
import type { MessageTemplate } from './message-template.ts';

/** To whom: addresses are looked up when the message is sent, and never to where the alleged source of harm lives. */
export type Recipient =
  | { readonly kind: 'sender' }
  | { readonly kind: 'agency'; readonly agencyId: string }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'role'; readonly role: Role; readonly queue: string | null }
  | { readonly kind: 'emergency_duty_team' };

/** Something to tell somebody. Ids only. */
export interface NewNotice {
  readonly authorityId: string;
  readonly template: MessageTemplate;
  readonly to: Recipient;
  readonly referralId: string | null;
  readonly caseId: string | null;
  /** The clock, enquiry or challenge it is about. */
  readonly subjectId: string | null;
  /** At once; the others may wait for the recipient's digest. */
  readonly urgent: boolean;
  /** What it is about, in codes and ids: the same is told once, however often it is asked for. */
  readonly dedupeKey: string;
  readonly at: Date;
}

/** Stores what somebody is to be told in the transaction of the change that it tells of. */
@Injectable()
export class Messages {
  async queue(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
    if (notices.length === 0) return;
    await Promise.all([sql(tx, QUEUE, [JSON.stringify(notices.map(rowOf))]), wakeWorkers(tx, 'housekeeping')]);
  }
}

const QUEUE = `SELECT queue_message(id, "authorityId", template, "toKind", "toId", "toQueue", "referralId", "caseId", "subjectId",
    urgent, "dedupeKey", at)
  FROM json_to_recordset($1::json) AS n (id uuid, "authorityId" text, template text, "toKind" text, "toId" text,
    "toQueue" text, "referralId" uuid, "caseId" uuid, "subjectId" uuid, urgent boolean, "dedupeKey" text, at timestamptz)`;

function rowOf({ to, ...notice }: NewNotice): object {
  return {
    id: randomUUID(),
    ...notice,
    toKind: to.kind,
    toId: idOf(to),
    toQueue: to.kind === 'role' ? to.queue : null,
  };
}

function idOf(to: Recipient): string | null {
  switch (to.kind) {
    case 'agency':
      return to.agencyId;
    case 'person':
      return to.personId;
    case 'role':
      return to.role;
    case 'sender':
    case 'emergency_duty_team':
      return null;
  }
}
