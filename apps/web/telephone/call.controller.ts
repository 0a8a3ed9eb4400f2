import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Elsewhere } from '../door/elsewhere.ts';
import { DraftVisits, type PageAt } from '../referral/draft-visits.ts';
import { SendVisits } from '../referral/send-visits.ts';
import { CALLS } from './calls.ts';

/** A call as it is entered, page by page with its script, and sent. */
@Controller('telephone/drafts/:draft')
export class CallController {
  constructor(
    private readonly visits: DraftVisits,
    private readonly sending: SendVisits,
  ) {}

  @Get('check')
  async check(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('draft') id: string): Promise<void> {
    if ((await this.sending.check(request, reply, CALLS, id)) !== null) throw sentAt(id);
  }

  @Post('check')
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('draft') id: string): Promise<void> {
    if ((await this.sending.send(request, reply, CALLS, id)) !== null) throw sentAt(id);
  }

  @Get('abandon')
  ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('draft') id: string): Promise<void> {
    return this.sending.askToAbandon(request, reply, CALLS, id);
  }

  @Post('abandon')
  abandon(@Req() request: FastifyRequest, @Param('draft') id: string): Promise<never> {
    return this.sending.abandon(request, CALLS, id);
  }

  @Get(':page')
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() at: PageAt): Promise<void> {
    return this.visits.show(request, reply, CALLS, at);
  }

  @Post(':page')
  save(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() at: PageAt): Promise<void> {
    return this.visits.save(request, reply, CALLS, at);
  }
}

function sentAt(id: string): Elsewhere {
  return new Elsewhere(`${CALLS.drafts}/${encodeURIComponent(id)}/sent`);
}
