import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ListDrafts, StartDraft } from '#drafts';
import { authorityPack } from '#nation-packs';
import { Elsewhere } from '../door/elsewhere.ts';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';

/** Begins a referral, or goes on with one. */
@Controller('referrals/new')
export class StartReferralController {
  constructor(
    private readonly pages: Pages,
    private readonly listDrafts: ListDrafts,
    private readonly startDraft: StartDraft,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const person = personAt(request);
    const drafts = (await this.listDrafts.execute(person)).filter(({ channel }) => channel === 'form');
    const { frontDoor, emergencyDutyTeam } = authorityPack(person.authorityId);
    this.pages.send(request, reply, 'referral/start.njk', { drafts, frontDoor, emergencyDutyTeam });
  }

  @Post()
  async start(@Req() request: FastifyRequest): Promise<never> {
    const person = personAt(request);
    const id = await this.startDraft.execute(person, 'form', { 'sender-name': person.name });
    throw new Elsewhere(`/referrals/drafts/${id}/danger`);
  }
}
