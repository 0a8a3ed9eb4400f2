import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AcknowledgeComplaint,
  CHALLENGE_OUTCOMES,
  DecideChallenge,
  RespondToChallenge,
  REVIEW_OUTCOMES,
} from '#challenges';
import type { Answers } from '../records/answers.ts';
import { RecordDesk } from '../records/record-desk.ts';
import { acknowledgeForm, decideForm, respondForm } from './challenge-forms.ts';
import { ChallengeVisits } from './challenge-visits.ts';
import { challengePage } from './challenge.presenter.ts';

/** One challenge: what was said, and what the front door does about it. */
@Controller('challenges/:challenge')
export class ChallengeController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly visits: ChallengeVisits,
    private readonly respondToChallenge: RespondToChallenge,
    private readonly decideChallenge: DecideChallenge,
    private readonly acknowledgeComplaint: AcknowledgeComplaint,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('challenge') id: string,
  ): Promise<void> {
    const { visit, timeline } = await this.visits.at({ request, reply }, id);
    this.desk.show(visit, 'challenges', 'challenges/challenge.njk', { shown: challengePage(timeline, visit) });
  }

  @Get('respond')
  async showRespond(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('challenge') id: string,
  ): Promise<void> {
    const { visit, challenge } = await this.visits.at({ request, reply }, id);
    this.desk.ask(visit, respondForm(visit, challenge));
  }

  @Post('respond')
  async respond(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('challenge') id: string,
  ): Promise<void> {
    const { visit, challenge } = await this.visits.at({ request, reply }, id);
    const respond = (answers: Answers) =>
      this.respondToChallenge.execute({ actor: visit.actor, challengeId: challenge.id, text: answers.text('text') });
    const done = { to: `/challenges/${challenge.id}`, notice: 'challengeAnswered' } as const;
    await this.desk.act(visit, respondForm(visit, challenge), respond, done);
  }

  @Get('decide')
  async showDecide(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('challenge') id: string,
  ): Promise<void> {
    const { visit, challenge } = await this.visits.at({ request, reply }, id);
    this.desk.ask(visit, decideForm(visit, challenge));
  }

  @Post('decide')
  async decide(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('challenge') id: string,
  ): Promise<void> {
    const { visit, challenge } = await this.visits.at({ request, reply }, id);
    const decide = (answers: Answers) =>
      this.decideChallenge.execute({
        ...{ actor: visit.actor, challengeId: challenge.id, kind: challenge.kind, text: answers.text('text') },
        outcome: answers.oneOf('outcome', [...CHALLENGE_OUTCOMES, ...REVIEW_OUTCOMES]),
        reopen: answers.isTicked('reopen'),
      });
    const done = { to: `/challenges/${challenge.id}`, notice: 'challengeDecided' } as const;
    await this.desk.act(visit, decideForm(visit, challenge), decide, done);
  }

  @Get('acknowledge')
  async showAcknowledge(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('challenge') id: string,
  ): Promise<void> {
    const { visit, challenge } = await this.visits.at({ request, reply }, id);
    this.desk.ask(visit, acknowledgeForm(visit, challenge));
  }

  @Post('acknowledge')
  async acknowledge(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('challenge') id: string,
  ): Promise<void> {
    const { visit, challenge } = await this.visits.at({ request, reply }, id);
    const acknowledge = () => this.acknowledgeComplaint.execute(visit.actor, challenge.id);
    const done = { to: `/challenges/${challenge.id}`, notice: 'complaintAcknowledged' } as const;
    await this.desk.act(visit, acknowledgeForm(visit, challenge), acknowledge, done);
  }
}
