import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { AbandonDraft, SendDraft } from '#drafts';
import type { Receipt } from '#intake';
import { Elsewhere } from '../door/elsewhere.ts';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { type DraftHome, DraftVisits } from './draft-visits.ts';
import { FormPages } from './form-pages.ts';

/** The end of a signed-in person's draft: all answers, sending, or throwing away. */
@Injectable()
export class SendVisits {
  constructor(
    private readonly pages: Pages,
    private readonly formPages: FormPages,
    private readonly visits: DraftVisits,
    private readonly sendDraft: SendDraft,
    private readonly abandonDraft: AbandonDraft,
  ) {}

  /** All answers; of a draft that was sent before, its receipt comes back instead. */
  async check(request: FastifyRequest, reply: FastifyReply, home: DraftHome, id: string): Promise<Receipt | null> {
    const place = await this.visits.open(request, home, id);
    const { receipt, ended } = place.opened.draft;
    if (receipt !== null) return receipt;
    if (ended !== null) throw new Elsewhere(home.start, 'draftEnded');
    this.formPages.showCheck(request, reply, place);
    return null;
  }

  /** The receipt; `null` when answers need mending, and the page says which. */
  async send(request: FastifyRequest, reply: FastifyReply, home: DraftHome, id: string): Promise<Receipt | null> {
    const place = await this.visits.open(request, home, id);
    try {
      return await this.sendDraft.execute(personAt(request), id);
    } catch (error: unknown) {
      if (!(error instanceof DomainError && error.code === 'validation_failed')) throw error;
      this.formPages.showCheck(request, reply, place);
      return null;
    }
  }

  async askToAbandon(request: FastifyRequest, reply: FastifyReply, home: DraftHome, id: string): Promise<void> {
    const { base } = await this.visits.open(request, home, id);
    this.pages.send(request, reply, 'referral/abandon.njk', { base });
  }

  async abandon(request: FastifyRequest, home: DraftHome, id: string): Promise<never> {
    await this.visits.open(request, home, id);
    await this.abandonDraft.execute(personAt(request), id);
    throw new Elsewhere(home.start, 'draftRemoved');
  }
}
