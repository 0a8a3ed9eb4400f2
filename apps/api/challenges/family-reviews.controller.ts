import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AcknowledgeComplaint, DecideChallenge } from '#challenges';
import { actorOf } from '../auth/bearer.guard.ts';
import { idOf } from '../service/record.ts';
import { presentChallenge } from './challenges.presenter.ts';
import { ReviewDecisionRequest } from './challenges.request.ts';
import { type ChallengeResponse, challengeResponse } from './challenges.response.ts';

/** The review of a decision that a family asked for. */
@ApiTags('Challenges')
@ApiBearerAuth()
@Controller('api/v1/family-reviews/:challenge')
export class FamilyReviewsController {
  constructor(
    private readonly acknowledgeComplaint: AcknowledgeComplaint,
    private readonly decideChallenge: DecideChallenge,
  ) {}

  @Post('acknowledgement')
  @HttpCode(200)
  @ApiOperation({ summary: 'Note that the complaint about their data was acknowledged to the family' })
  @ApiResponse({ status: 200, schema: challengeResponse })
  async acknowledge(@Req() request: FastifyRequest, @Param('challenge') challenge: string): Promise<ChallengeResponse> {
    const id = idOf<string>(challenge, 'challenge');
    return presentChallenge(await this.acknowledgeComplaint.execute(actorOf(request), id));
  }

  @Post('decision')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Decide it: the decision stands, is changed, or was explained',
    description:
      'By a manager who neither made nor signed the decision. Changed, the case comes back to be decided anew.',
  })
  @ApiResponse({ status: 200, schema: challengeResponse })
  async decide(
    @Req() request: FastifyRequest,
    @Param('challenge') challenge: string,
    @Body() { outcome, text }: ReviewDecisionRequest,
  ): Promise<ChallengeResponse> {
    const wanted = { actor: actorOf(request), challengeId: idOf<string>(challenge, 'challenge') };
    const decided = { kind: 'family_review', outcome, text, reopen: false } as const;
    return presentChallenge(await this.decideChallenge.execute({ ...wanted, ...decided }));
  }
}
