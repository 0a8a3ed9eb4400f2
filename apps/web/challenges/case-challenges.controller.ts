import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Action, mayDo } from '#access-policy';
import {
  ASKING_WAYS,
  CHALLENGE_GROUNDS,
  ChallengesOfRecord,
  FAMILY_ASKERS,
  OpenChallenge,
  RequestFamilyReview,
  REVIEW_GROUNDS,
} from '#challenges';
import type { Answers } from '../records/answers.ts';
import { RecordDesk } from '../records/record-desk.ts';
import { stageOf } from './agency-step.controller.ts';
import { enterForm, reviewForm } from './case-challenge-forms.ts';
import { challengeLine } from './challenge-lines.presenter.ts';

/** Who disagrees with what was decided about a case. */
@Controller('cases/:id/challenges')
export class CaseChallengesController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly challengesOfRecord: ChallengesOfRecord,
    private readonly requestReview: RequestFamilyReview,
    private readonly openChallenge: OpenChallenge,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const { actor, found, base } = visit;
    const challenges = await this.challengesOfRecord.ofCase(actor, found.id, null);
    const may = (action: Action) => mayDo(actor, action, found) === 'allowed';
    this.desk.show(visit, 'challenges', 'challenges/of-case.njk', {
      challenges: challenges.map((each) => challengeLine(each, { ...visit, authorityId: found.authorityId })),
      reviewHref: may('family_review.record') ? `${base}/challenges/review` : null,
      enterHref: may('challenge.open') ? `${base}/challenges/enter` : null,
    });
  }

  @Get('review')
  async showReview(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, reviewForm(visit));
  }

  @Post('review')
  async review(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const ask = (answers: Answers) =>
      this.requestReview.execute({
        ...{ actor: visit.actor, caseId: visit.found.id, text: answers.text('text') },
        askedBy: answers.oneOf('askedBy', FAMILY_ASKERS),
        askedHow: answers.oneOf('askedHow', ASKING_WAYS),
        grounds: answers.oneOf('grounds', REVIEW_GROUNDS),
        complaint: answers.isTicked('complaint'),
      });
    await this.desk.act(visit, reviewForm(visit), ask, { to: `${visit.base}/challenges`, notice: 'reviewRecorded' });
  }

  @Get('enter')
  async showEnter(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, enterForm(visit));
  }

  @Post('enter')
  async enter(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const open = (answers: Answers) =>
      this.openChallenge.execute({
        ...{ actor: visit.actor, reference: visit.referralReference, caseReference: visit.found.reference },
        ...{ grounds: answers.oneOf('grounds', CHALLENGE_GROUNDS), text: answers.text('text') },
        ...{ immediateRisk: answers.isTicked('risk'), toStage: stageOf(answers) },
      });
    await this.desk.act(visit, enterForm(visit), open, { to: `${visit.base}/challenges`, notice: 'challengeEntered' });
  }
}
