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
    for (const notice of notices) await sql(tx, QUEUE, valuesOf(notice));
    if (notices.length > 0) await wakeWorkers(tx, 'housekeeping');
  }
}

const QUEUE = 'SELECT queue_message($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)';

function valuesOf({ authorityId, template, to, referralId, caseId, subjectId, ...rest }: NewNotice): unknown[] {
  const address = [to.kind, idOf(to), to.kind === 'role' ? to.queue : null];
  const about = [referralId, caseId, subjectId];
  return [randomUUID(), authorityId, template, ...address, ...about, rest.urgent, rest.dedupeKey, rest.at];
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
