import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ListChallenges, ReadChallenge } from '#challenges';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { idOf } from '../service/record.ts';
import { presentChallengePage, presentTimeline } from './challenges.presenter.ts';
import { ChallengesRequest } from './challenges.request.ts';
import {
  type ChallengePageResponse,
  challengePageResponse,
  type ChallengeTimelineResponse,
  challengeTimelineResponse,
} from './challenges.response.ts';

/** Disagreements and where they stand, for both sides. */
@ApiTags('Challenges')
@ApiBearerAuth()
@Controller('api/v1/challenges')
export class ChallengesController {
  constructor(
    private readonly listChallenges: ListChallenges,
    private readonly readChallenge: ReadChallenge,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Challenges, newest first: all of the authority, or those of your agency' })
  @ApiResponse({ status: 200, schema: challengePageResponse })
  async list(@Req() request: FastifyRequest, @Query() query: ChallengesRequest): Promise<ChallengePageResponse> {
    const { kind = null, state = null, stage = null, overdue = false, after = null, limit } = query;
    const asked = { kind, state, stage, overdue, after, limit };
    return presentChallengePage(await this.listChallenges.execute(actorOf(request), asked));
  }

  @Get(':challenge')
  @ApiOperation({ summary: 'One challenge with everything that was said in it' })
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiResponse({ status: 200, schema: challengeTimelineResponse })
  async read(
    @Req() request: FastifyRequest,
    @Param('challenge') challenge: string,
  ): Promise<ChallengeTimelineResponse> {
    const id = idOf<string>(challenge, 'challenge');
    return presentTimeline(await this.readChallenge.execute(actorOf(request), id, purposeOf(request)));
  }
}
