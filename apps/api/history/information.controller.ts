import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AddInformation, ListInformation, WithdrawInformation } from '#decisions';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { idOf } from '../service/record.ts';
import { presentInformation } from './history.presenter.ts';
import {
  type InformationEntryResponse,
  informationEntryResponse,
  type InformationResponse,
  informationResponse,
} from './history.response.ts';
import { AddInformationRequest, WithdrawInformationRequest } from './information.request.ts';

/** What is learned about a case after it came in. */
@ApiTags('History')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/information')
export class InformationController {
  constructor(
    private readonly list: ListInformation,
    private readonly add: AddInformation,
    private readonly withdraw: WithdrawInformation,
  ) {}

  @Get()
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({ summary: 'What was learned since the referral came in, what was withdrawn included' })
  @ApiResponse({ status: 200, schema: informationResponse as object })
  async ofCase(@Req() request: FastifyRequest, @Param('id') id: string): Promise<InformationResponse> {
    const found = await this.list.execute(actorOf(request), caseIdOf(id), purposeOf(request));
    return { information: found.map(presentInformation) };
  }

  @Post()
  @ApiOperation({ summary: 'Record something new; the rules look again, and may raise the case' })
  @ApiResponse({ status: 201, schema: informationEntryResponse as object })
  async record(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: AddInformationRequest,
  ): Promise<InformationEntryResponse> {
    const { facts = {}, note = null, source, learnedOn } = body;
    const asked = { actor: actorOf(request), caseId: caseIdOf(id), facts, note, source, learnedOn };
    return presentInformation(await this.add.execute(asked));
  }

  @Post(':information/withdrawal')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back what turned out to be wrong; what it raised stays raised' })
  @ApiResponse({ status: 204, description: 'Withdrawn' })
  async takeBack(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('information') information: string,
    @Body() { reason }: WithdrawInformationRequest,
  ): Promise<void> {
    const informationId = idOf<string>(information, 'information');
    await this.withdraw.execute({ actor: actorOf(request), caseId: caseIdOf(id), informationId, reason });
  }
}
