import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ChallengesOfRecord, RequestFamilyReview } from '#challenges';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { presentChallenge, presentChallenges } from './challenges.presenter.ts';
import { FamilyReviewRequest } from './challenges.request.ts';
import {
  type ChallengeResponse,
  challengeResponse,
  type ChallengesResponse,
  challengesResponse,
} from './challenges.response.ts';

/** Who disagrees with what was decided about a case. */
@ApiTags('Challenges')
@ApiBearerAuth()
@Controller('api/v1/cases/:id')
export class CaseChallengesController {
  constructor(
    private readonly challengesOfRecord: ChallengesOfRecord,
    private readonly requestReview: RequestFamilyReview,
  ) {}

  @Get('challenges')
  @ApiOperation({ summary: 'Challenges to decisions about this case, and reviews that the family asked for' })
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiResponse({ status: 200, schema: challengesResponse })
  async list(@Req() request: FastifyRequest, @Param('id') id: string): Promise<ChallengesResponse> {
    const found = await this.challengesOfRecord.ofCase(actorOf(request), caseIdOf(id), purposeOf(request));
    return presentChallenges(found);
  }

  @Post('family-reviews')
  @ApiOperation({ summary: 'Record that the family asks for a review of the decision' })
  @ApiResponse({ status: 201, schema: challengeResponse })
  async review(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: FamilyReviewRequest,
  ): Promise<ChallengeResponse> {
    const { askedBy, askedHow, grounds, text, complaint = false } = body;
    const asked = { askedBy, askedHow, grounds, text, complaint };
    const made = await this.requestReview.execute({ actor: actorOf(request), caseId: caseIdOf(id), ...asked });
    return presentChallenge(made);
  }
}
