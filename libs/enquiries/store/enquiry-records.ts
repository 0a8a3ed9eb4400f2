import { Injectable } from '@nestjs/common';
import { CaseClocks } from '#clocks';
import type { Case } from '#domain';
import { ReferralRepository } from '#intake';
import { Messages } from '#messages';
import type { Tx } from '#platform';
import { EnquiryRepository } from './enquiry.repository.ts';
import { ReplyRepository } from './reply.repository.ts';

/** What enquiries are written to and read from. */
@Injectable()
export class EnquiryRecords {
  constructor(
    readonly enquiries: EnquiryRepository,
    readonly replies: ReplyRepository,
    readonly referrals: ReferralRepository,
    readonly clocks: CaseClocks,
    readonly messages: Messages,
  ) {}

  /** Starts the clock of the reply; when it is due. */
  async startClock(tx: Tx, found: Case, subjectId: string, at: Date): Promise<Date> {
    const options = { subjectId, urgency: found.urgency ?? 'amber' } as const;
    await this.clocks.on(tx, found, 'enquiry_sent', at, options);
    const running = await this.clocks.ofCase(tx, found.id);
    const own = running.find((clock) => clock.kind === 'partner_reply' && clock.subjectId === subjectId);
    if (own === undefined) throw new Error('The table of clocks has one for replies of partners.');
    return own.dueAt;
  }
}
