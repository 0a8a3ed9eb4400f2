import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ChallengesOfRecord, OpenChallenge } from '#challenges';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { presentChallenge, presentChallenges } from './challenges.presenter.ts';
import { OpenChallengeRequest } from './challenges.request.ts';
import {
  type ChallengeResponse,
  challengeResponse,
  type ChallengesResponse,
  challengesResponse,
} from './challenges.response.ts';

/** Where the agency that referred says that it disagrees with a decision. */
@ApiTags('Challenges')
@ApiBearerAuth()
@Controller('api/v1/referrals/:reference/challenges')
export class ReferralChallengesController {
  constructor(
    private readonly openChallenge: OpenChallenge,
    private readonly challengesOfRecord: ChallengesOfRecord,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Challenge a decision about your referral',
    description: 'The front door can enter it for an agency that called.',
  })
  @ApiResponse({ status: 201, schema: challengeResponse })
  async open(
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body() body: OpenChallengeRequest,
  ): Promise<ChallengeResponse> {
    const { grounds, text, immediateRisk = false, toStage = null, caseReference = null } = body;
    const wanted = { reference, caseReference, grounds, text, immediateRisk, toStage };
    return presentChallenge(await this.openChallenge.execute({ actor: actorOf(request), ...wanted }));
  }

  @Get()
  @ApiOperation({ summary: 'Challenges to decisions about this referral' })
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiResponse({ status: 200, schema: challengesResponse })
  async list(@Req() request: FastifyRequest, @Param('reference') reference: string): Promise<ChallengesResponse> {
    const found = await this.challengesOfRecord.ofReferral(actorOf(request), reference, purposeOf(request));
    return presentChallenges(found);
  }
}
