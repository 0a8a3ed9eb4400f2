import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ListDrafts, StartDraft } from '#drafts';
import { DomainError } from '#domain';
import { authorityPack } from '#nation-packs';
import { Elsewhere } from '../door/elsewhere.ts';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { DraftVisits } from '../referral/draft-visits.ts';
import { presentReceipt } from '../referral/receipt.presenter.ts';
import { CALLS } from './calls.ts';

/** Where calls begin and end. */
@Controller('telephone')
export class TelephoneController {
  constructor(
    private readonly pages: Pages,
    private readonly listDrafts: ListDrafts,
    private readonly startDraft: StartDraft,
    private readonly visits: DraftVisits,
  ) {}

  @Get('new')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const person = personAt(request);
    const drafts = (await this.listDrafts.execute(person)).filter(({ channel }) => channel === 'telephone');
    const { frontDoor, emergencyDutyTeam } = authorityPack(person.authorityId);
    this.pages.send(request, reply, 'telephone/start.njk', { drafts, frontDoor, emergencyDutyTeam });
  }

  @Post('new')
  async start(@Req() request: FastifyRequest): Promise<never> {
    const id = await this.startDraft.execute(personAt(request), 'telephone');
    throw new Elsewhere(`${CALLS.drafts}/${id}/danger`);
  }

  @Get('drafts/:draft/sent')
  async sent(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('draft') id: string): Promise<void> {
    const { receipt, authorityId } = (await this.visits.open(request, CALLS, id)).opened.draft;
    if (receipt === null) throw new DomainError('not_found', 'This call was not entered yet.');
    this.pages.send(request, reply, 'telephone/sent.njk', presentReceipt(receipt, authorityId));
  }
}
