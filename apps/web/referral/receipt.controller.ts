import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadReferral } from '#intake';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { presentReceipt } from './receipt.presenter.ts';

/** What the sender keeps of a referral, to print. */
@Controller('referrals/:reference/receipt')
export class ReceiptController {
  constructor(
    private readonly pages: Pages,
    private readonly readReferral: ReadReferral,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('reference') reference: string,
  ): Promise<void> {
    const person = personAt(request);
    const { referral } = await this.readReferral.execute(person, reference);
    const onward = { href: `/referrals/${referral.reference}`, isNew: true };
    this.pages.send(request, reply, 'referral/receipt.njk', {
      ...presentReceipt(referral.receipt, person.authorityId),
      onward,
    });
  }
}
