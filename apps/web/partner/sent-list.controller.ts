import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Clock } from '#domain';
import { ListSent, SENT_FILTERS, type SentFilter } from '#intake';
import { authorityPack } from '#nation-packs';
import { CLOCK } from '#platform';
import { languageOf, wordsOf } from '../door/language.ts';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { PartnerWork } from './partner-work.ts';
import { listedDraft, listedReferral, waitingForReply } from './sent-list.presenter.ts';

const A_PAGE = 25;
const REFERENCE = /^[A-Z0-9-]{1,40}$/;

/** What an agency sent and what became of it; on top, what waits for the agency. */
@Controller('referrals')
export class SentListController {
  constructor(
    private readonly listSent: ListSent,
    private readonly work: PartnerWork,
    private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('show') show?: string,
    @Query('after') after?: string,
  ): Promise<void> {
    const actor = personAt(request);
    const filter: SentFilter = SENT_FILTERS.find((each) => each === show) ?? 'all';
    const start = after !== undefined && REFERENCE.test(after) ? after : null;
    const { lines, next } = await this.listSent.execute(actor, { filter, after: start, limit: A_PAGE });
    const { enquiries, challenges, drafts } = await this.work.of(actor);
    const words = wordsOf(request);
    const frame = { words, language: languageOf(request), now: this.clock.now() };
    this.pages.send(request, reply, 'partner/sent-list.njk', {
      referrals: lines.map((line) => listedReferral(line, words)),
      waiting: waitingForReply(enquiries, challenges, frame),
      drafts: drafts.map((draft) => listedDraft(draft, frame)),
      ...{ filter, filters: SENT_FILTERS, isFirst: start === null, next },
      isPolice: isPolice(actor),
    });
  }
}

/** Whose notices come in files. */
function isPolice({ authorityId, agencyId }: Actor): boolean {
  return authorityPack(authorityId).agencies.some(({ id, type }) => id === agencyId && type === 'police');
}
