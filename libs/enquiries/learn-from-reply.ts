import { Injectable } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import type { Actor, Case } from '#domain';
import { LearnedInformation, RetriageRequests } from '#history';
import type { Tx } from '#platform';
import type { Reply } from './enquiry.ts';

/**
 * Takes the indicators that an agency reports for facts of the case, and has the engine look again. Only those that are
 * present: an agency that saw nothing takes nothing away.
 */
@Injectable()
export class LearnFromReply {
  constructor(
    private readonly information: LearnedInformation,
    private readonly retriage: RetriageRequests,
  ) {}

  /** Id of what was learned; `null` where nothing was. */
  async execute(tx: Tx, found: Case, actor: Actor, { reply, at }: { reply: Reply; at: Date }): Promise<string | null> {
    const present = reply.indicators.filter(({ answer }) => answer === 'present');
    if (present.length === 0) return null;
    const { id } = await this.information.add(tx, found, {
      facts: Object.fromEntries(present.map((indicator) => [`indicator.${indicator.id}`, true])),
      note: null,
      source: 'partner_agency',
      learnedOn: localDateOf(at.getTime()),
      recordedAt: at,
      recordedBy: actor.id,
      recordedByName: actor.name,
    });
    await this.retriage.ask(tx, found, 'enquiry_answered');
    return id;
  }
}
