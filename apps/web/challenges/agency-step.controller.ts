import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EndChallenge, EscalateChallenge } from '#challenges';
import type { Actor } from '#domain';
import type { Answers } from '../records/answers.ts';
import { RecordDesk } from '../records/record-desk.ts';
import { AGENCY_STEPS, pursueForm } from './challenge-forms.ts';
import { ChallengeVisits } from './challenge-visits.ts';

/** What an agency does about its challenge, entered by the front door when it called. */
@Controller('challenges/:challenge/step')
export class AgencyStepController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly visits: ChallengeVisits,
    private readonly escalateChallenge: EscalateChallenge,
    private readonly endChallenge: EndChallenge,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('challenge') id: string,
  ): Promise<void> {
    const { visit, challenge } = await this.visits.at({ request, reply }, id);
    this.desk.ask(visit, pursueForm(visit, challenge));
  }

  @Post()
  async take(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('challenge') id: string,
  ): Promise<void> {
    const { visit, challenge } = await this.visits.at({ request, reply }, id);
    const step = (answers: Answers) => this.step(visit.actor, challenge.id, answers);
    const done = { to: `/challenges/${challenge.id}`, notice: 'challengeStepSaved' } as const;
    await this.desk.act(visit, pursueForm(visit, challenge), step, done);
  }

  private step(actor: Actor, challengeId: string, answers: Answers): Promise<unknown> {
    const wanted = { actor, challengeId, text: answers.text('text') };
    switch (answers.oneOf('step', AGENCY_STEPS)) {
      case 'escalate':
        return this.escalateChallenge.execute({
          ...wanted,
          immediateRisk: answers.isTicked('risk'),
          toStage: stageOf(answers),
        });
      case 'accept':
        return this.endChallenge.execute({ ...wanted, as: 'accepted' });
      case 'withdraw':
        return this.endChallenge.execute({ ...wanted, as: 'withdrawn' });
    }
  }
}

export function stageOf(answers: Answers): number | null {
  const stage = answers.textOrNull('toStage');
  return stage === null ? null : Number(stage);
}
