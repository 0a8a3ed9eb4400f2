import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Receipt } from '#intake';
import { Elsewhere } from '../door/elsewhere.ts';
import { REFERRAL_DRAFTS } from './draft.controller.ts';
import { SendVisits } from './send-visits.ts';

/** The end of an agency's form. */
@Controller('referrals/drafts/:draft')
export class CheckController {
  constructor(private readonly visits: SendVisits) {}

  @Get('check')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('draft') id: string): Promise<void> {
    const receipt = await this.visits.check(request, reply, REFERRAL_DRAFTS, id);
    if (receipt !== null) throw new Elsewhere(receiptAt(receipt));
  }

  @Post('check')
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('draft') id: string): Promise<void> {
    const receipt = await this.visits.send(request, reply, REFERRAL_DRAFTS, id);
    if (receipt !== null) throw new Elsewhere(receiptAt(receipt));
  }

  @Get('abandon')
  ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('draft') id: string): Promise<void> {
    return this.visits.askToAbandon(request, reply, REFERRAL_DRAFTS, id);
  }

  @Post('abandon')
  abandon(@Req() request: FastifyRequest, @Param('draft') id: string): Promise<never> {
    return this.visits.abandon(request, REFERRAL_DRAFTS, id);
  }
}

function receiptAt({ reference }: Receipt): string {
  return `/referrals/${reference}/receipt`;
}
