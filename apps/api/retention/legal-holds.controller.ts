import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type LegalHoldId, LiftLegalHold, PlaceLegalHold, ReadLegalHolds } from '#retention';
import { actorOf } from '../auth/bearer.guard.ts';
import { idOf } from '../service/record.ts';
import { presentHolds } from './retention.presenter.ts';
import { HoldRequest, LiftingRequest } from './retention.request.ts';
import { type LegalHoldsResponse, legalHoldsResponse } from './retention.response.ts';

/** Records that must be kept whatever the schedule says. */
@ApiTags('Retention')
@ApiBearerAuth()
@Controller('api/v1/referrals/:reference/legal-holds')
export class LegalHoldsController {
  constructor(
    private readonly readHolds: ReadLegalHolds,
    private readonly placeHold: PlaceLegalHold,
    private readonly liftHold: LiftLegalHold,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Legal holds on a referral, and whether one is suggested' })
  @ApiResponse({ status: 200, schema: legalHoldsResponse })
  async read(@Req() request: FastifyRequest, @Param('reference') reference: string): Promise<LegalHoldsResponse> {
    return presentHolds(await this.readHolds.execute(actorOf(request), reference));
  }

  @Post()
  @ApiOperation({ summary: 'Keep the referral with its cases whatever the schedule says' })
  @ApiResponse({ status: 201, schema: legalHoldsResponse })
  async place(
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body() { reason }: HoldRequest,
  ): Promise<LegalHoldsResponse> {
    return presentHolds(await this.placeHold.execute(actorOf(request), reference, reason));
  }

  @Post(':hold/lifting')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let the schedule count again; the hold stays on record' })
  @ApiResponse({ status: 200, schema: legalHoldsResponse })
  async lift(
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Param('hold') hold: string,
    @Body() { reason }: LiftingRequest,
  ): Promise<LegalHoldsResponse> {
    const wanted = { actor: actorOf(request), reference, holdId: idOf<LegalHoldId>(hold, 'legal hold'), reason };
    return presentHolds(await this.liftHold.execute(wanted));
  }
}
