import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DraftHome, DraftVisits, type PageAt } from './draft-visits.ts';

/** An agency's drafts. */
export const REFERRAL_DRAFTS: DraftHome = {
  ...{ channel: 'form', drafts: '/referrals/drafts', start: '/referrals/new', needs: 'referral.submit' },
};

/** The pages of an agency's referral, one thing each. */
@Controller('referrals/drafts/:draft/:page')
export class DraftController {
  constructor(private readonly visits: DraftVisits) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() at: PageAt): Promise<void> {
    return this.visits.show(request, reply, REFERRAL_DRAFTS, at);
  }

  @Post()
  save(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() at: PageAt): Promise<void> {
    return this.visits.save(request, reply, REFERRAL_DRAFTS, at);
  }
}
