import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#domain';
import { authorityPack } from '#nation-packs';
import { senderAdvice } from '#notifications';
import { CLOCK } from '#platform';
import { languageOf, wordsOf } from '../door/language.ts';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { SentRecords } from './sent-record.ts';
import { sentStatus } from './sent-status.presenter.ts';

/** What became of one referral, for its sender. */
@Controller('referrals/:reference')
export class SentStatusController {
  constructor(
    private readonly records: SentRecords,
    private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('reference') reference: string,
  ): Promise<void> {
    const actor = personAt(request);
    const language = languageOf(request);
    const record = await this.records.of(actor, reference, language);
    const frame = { words: wordsOf(request), language, now: this.clock.now() };
    this.pages.send(request, reply, 'partner/sent-status.njk', {
      status: sentStatus(record, frame),
      advice: senderAdvice(actor.authorityId, language),
      frontDoor: authorityPack(actor.authorityId).frontDoor,
    });
  }
}
