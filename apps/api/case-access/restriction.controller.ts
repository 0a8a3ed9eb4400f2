import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { LiftRestriction, NamePeople, ReadRestriction, RestrictReferral } from '#case-access';
import { actorOf } from '../auth/bearer.guard.ts';
import { presentRestriction } from './case-access.presenter.ts';
import { PersonRequest, ReasonRequest, RestrictRequest } from './case-access.request.ts';
import { type RestrictionResponse, restrictionResponse } from './case-access.response.ts';

/** Closing a referral with its cases to everybody but those named. */
@ApiTags('Restricted records')
@ApiBearerAuth()
@Controller('api/v1/referrals/:reference/restriction')
export class RestrictionController {
  constructor(
    private readonly readRestriction: ReadRestriction,
    private readonly restrictReferral: RestrictReferral,
    private readonly liftRestriction: LiftRestriction,
    private readonly namePeople: NamePeople,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Why a referral is restricted, and who is named on it' })
  @ApiResponse({ status: 200, schema: restrictionResponse })
  async read(@Req() request: FastifyRequest, @Param('reference') reference: string): Promise<RestrictionResponse> {
    return presentRestriction(await this.readRestriction.execute(actorOf(request), reference));
  }

  @Post()
  @ApiOperation({ summary: 'Restrict a referral with every case of it; you keep access yourself' })
  @ApiResponse({ status: 201, schema: restrictionResponse })
  async restrict(
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body() body: RestrictRequest,
  ): Promise<RestrictionResponse> {
    const actor = actorOf(request);
    const { reasonCode, reason, people } = body;
    await this.restrictReferral.execute({ actor, reference, reasonCode, reason, people });
    return presentRestriction(await this.readRestriction.execute(actor, reference));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Open it again' })
  @ApiResponse({ status: 204, description: 'Open to whoever the policy lets' })
  async lift(
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<void> {
    await this.liftRestriction.execute(actorOf(request), reference, reason);
  }

  @Post('people')
  @HttpCode(204)
  @ApiOperation({ summary: 'Name somebody else on it' })
  @ApiResponse({ status: 204, description: 'Open to this person' })
  async add(
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body() { personId, reason }: PersonRequest,
  ): Promise<void> {
    await this.namePeople.add({ actor: actorOf(request), reference, personId, reason });
  }

  @Delete('people')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take somebody off it; somebody who can decide must be left' })
  @ApiResponse({ status: 204, description: 'Closed to this person' })
  async remove(
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body() { personId, reason }: PersonRequest,
  ): Promise<void> {
    await this.namePeople.remove({ actor: actorOf(request), reference, personId, reason });
  }
}
