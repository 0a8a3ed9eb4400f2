import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LiftRestriction, ReadRestriction, RESTRICTION_REASONS, RestrictReferral } from '#case-access';
import { ListColleagues } from '#decisions';
import type { Answers } from '../records/answers.ts';
import { RecordDesk } from '../records/record-desk.ts';
import { liftForm, restrictForm } from './restriction-forms.ts';
import { restrictionPage } from './restriction.presenter.ts';

/** Closing a referral with its cases to everybody but those named, and opening it again. */
@Controller('cases/:id/restriction')
export class RestrictionController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly readRestriction: ReadRestriction,
    private readonly restrictReferral: RestrictReferral,
    private readonly liftRestriction: LiftRestriction,
    private readonly listColleagues: ListColleagues,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    const { actor, found, referralReference, base, words } = visit;
    const restriction = found.restricted ? await this.readRestriction.execute(actor, referralReference) : null;
    this.desk.show(visit, 'restriction', 'restriction/restriction.njk', restrictionPage(restriction, base, words));
  }

  @Get('restrict')
  async showRestrict(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, restrictForm(visit, await this.listColleagues.execute(visit.actor)));
  }

  @Post('restrict')
  async restrict(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const page = restrictForm(visit, await this.listColleagues.execute(visit.actor));
    const restrict = (answers: Answers) =>
      this.restrictReferral.execute({
        ...{ actor: visit.actor, reference: visit.referralReference, reason: answers.text('reason') },
        ...{ reasonCode: answers.oneOf('code', RESTRICTION_REASONS), people: answers.all('people') },
      });
    await this.desk.act(visit, page, restrict, { to: `${visit.base}/restriction`, notice: 'referralRestricted' });
  }

  @Get('lift')
  async showLift(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, liftForm(visit));
  }

  @Post('lift')
  async lift(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const { actor, referralReference } = visit;
    const lift = (answers: Answers) => this.liftRestriction.execute(actor, referralReference, answers.text('reason'));
    await this.desk.act(visit, liftForm(visit), lift, { to: `${visit.base}/restriction`, notice: 'restrictionLifted' });
  }
}
