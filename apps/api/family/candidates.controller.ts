import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ConfirmSamePerson, ListCandidates, SayDifferentPeople, UndoVerdict } from '#family';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { idOf } from '../service/record.ts';
import { presentCandidates } from './candidates.presenter.ts';
import { UndoingRequest, VerdictRequest } from './family.request.ts';
import {
  type CandidatesResponse,
  candidatesResponse,
  type RecordedResponse,
  recordedResponse,
} from './family.response.ts';

/** Who may be whom: the engine finds candidates, people say whether they are one person. */
@ApiTags('Families')
@ApiBearerAuth()
@Controller('api/v1/cases/:id')
export class CandidatesController {
  constructor(
    private readonly listCandidates: ListCandidates,
    private readonly confirmSamePerson: ConfirmSamePerson,
    private readonly sayDifferentPeople: SayDifferentPeople,
    private readonly undoVerdict: UndoVerdict,
  ) {}

  @Get('candidates')
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({ summary: 'Who in this referral may be a person of another, how alike they are and why' })
  @ApiResponse({ status: 200, schema: candidatesResponse })
  async list(@Req() request: FastifyRequest, @Param('id') id: string): Promise<CandidatesResponse> {
    return presentCandidates(await this.listCandidates.execute(actorOf(request), caseIdOf(id), purposeOf(request)));
  }

  @Post('verdicts')
  @ApiOperation({ summary: 'Say whether two mentions are one person, or two' })
  @ApiResponse({ status: 201, schema: recordedResponse })
  async say(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() { mentionId, otherId, verdict, reason }: VerdictRequest,
  ): Promise<RecordedResponse> {
    const said = { actor: actorOf(request), caseId: caseIdOf(id), mentionId, otherId, reason };
    const useCase = verdict === 'same' ? this.confirmSamePerson : this.sayDifferentPeople;
    return { id: await useCase.execute(said) };
  }

  @Post('verdicts/:verdict/undoing')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back what was said of two mentions; it stays on the record' })
  @ApiResponse({ status: 204, description: 'Taken back' })
  async undo(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('verdict') verdict: string,
    @Body() { reason }: UndoingRequest,
  ): Promise<void> {
    const verdictId = idOf<string>(verdict, 'verdict');
    await this.undoVerdict.execute({ actor: actorOf(request), caseId: caseIdOf(id), verdictId, reason });
  }
}
