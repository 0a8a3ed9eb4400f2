import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Challenge, DecideChallenge, EndChallenge, EscalateChallenge, RespondToChallenge } from '#challenges';
import { actorOf } from '../auth/bearer.guard.ts';
import { idOf } from '../service/record.ts';
import { presentChallenge } from './challenges.presenter.ts';
import { ChallengeDecisionRequest, ChallengeTextRequest, EscalationRequest } from './challenges.request.ts';
import { type ChallengeResponse, challengeResponse } from './challenges.response.ts';

/** The steps of a professional challenge, one side and the other. */
@ApiTags('Challenges')
@ApiBearerAuth()
@Controller('api/v1/challenges/:challenge')
export class ChallengeStepsController {
  constructor(
    private readonly respondToChallenge: RespondToChallenge,
    private readonly escalateChallenge: EscalateChallenge,
    private readonly endChallenge: EndChallenge,
    private readonly decideChallenge: DecideChallenge,
  ) {}

  @Post('responses')
  @ApiOperation({ summary: 'Answer for the front door, at the stage where it stands' })
  @ApiResponse({ status: 201, schema: challengeResponse })
  respond(
    @Req() request: FastifyRequest,
    @Param('challenge') challenge: string,
    @Body() { text }: ChallengeTextRequest,
  ): Promise<ChallengeResponse> {
    return presented(this.respondToChallenge.execute({ ...stepOf(request, challenge), text }));
  }

  @Post('escalation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take it to the next stage or, at immediate risk, further up' })
  @ApiResponse({ status: 200, schema: challengeResponse })
  escalate(
    @Req() request: FastifyRequest,
    @Param('challenge') challenge: string,
    @Body() body: EscalationRequest,
  ): Promise<ChallengeResponse> {
    const { text, immediateRisk = false, toStage = null } = body;
    const wanted = { ...stepOf(request, challenge), text, immediateRisk, toStage };
    return presented(this.escalateChallenge.execute(wanted));
  }

  @Post('acceptance')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept the answer' })
  @ApiResponse({ status: 200, schema: challengeResponse })
  accept(
    @Req() request: FastifyRequest,
    @Param('challenge') challenge: string,
    @Body() { text }: ChallengeTextRequest,
  ): Promise<ChallengeResponse> {
    return presented(this.endChallenge.execute({ ...stepOf(request, challenge), text, as: 'accepted' }));
  }

  @Post('withdrawal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take it back' })
  @ApiResponse({ status: 200, schema: challengeResponse })
  withdraw(
    @Req() request: FastifyRequest,
    @Param('challenge') challenge: string,
    @Body() { text }: ChallengeTextRequest,
  ): Promise<ChallengeResponse> {
    return presented(this.endChallenge.execute({ ...stepOf(request, challenge), text, as: 'withdrawn' }));
  }

  @Post('decision')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Decide it',
    description:
      'By a manager who neither made nor signed the decision. Upheld, the case comes back to be decided anew.',
  })
  @ApiResponse({ status: 200, schema: challengeResponse })
  decide(
    @Req() request: FastifyRequest,
    @Param('challenge') challenge: string,
    @Body() { outcome, text, reopen = false }: ChallengeDecisionRequest,
  ): Promise<ChallengeResponse> {
    const decided = { kind: 'professional', outcome, text, reopen } as const;
    return presented(this.decideChallenge.execute({ ...stepOf(request, challenge), ...decided }));
  }
}

function stepOf(request: FastifyRequest, challenge: string) {
  return { actor: actorOf(request), challengeId: idOf<string>(challenge, 'challenge') };
}

async function presented(step: Promise<Challenge>): Promise<ChallengeResponse> {
  return presentChallenge(await step);
}
