import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AddPerson, ConsiderSibling, ReadFamily, RecordRelationship, RecordResidence } from '#family';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { presentFamily } from './family.presenter.ts';
import { ConsiderationRequest, NewPersonRequest, RelationshipRequest, ResidenceRequest } from './family.request.ts';
import { type FamilyResponse, familyResponse, type RecordedResponse, recordedResponse } from './family.response.ts';

/** The family of one child: each child decided separately, seen together. */
@ApiTags('Families')
@ApiBearerAuth()
@Controller('api/v1/cases/:id')
export class FamilyController {
  constructor(
    private readonly readFamily: ReadFamily,
    private readonly addPerson: AddPerson,
    private readonly recordRelationship: RecordRelationship,
    private readonly recordResidence: RecordResidence,
    private readonly considerSibling: ConsiderSibling,
  ) {}

  @Get('family')
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({
    summary: 'Everybody of the family so far: who lives with whom, brothers and sisters, what is not known',
  })
  @ApiResponse({ status: 200, schema: familyResponse })
  async read(@Req() request: FastifyRequest, @Param('id') id: string): Promise<FamilyResponse> {
    return presentFamily(await this.readFamily.execute(actorOf(request), caseIdOf(id), purposeOf(request)));
  }

  @Post('family/people')
  @ApiOperation({ summary: 'Add somebody of whom the referral did not speak' })
  @ApiResponse({ status: 201, schema: recordedResponse })
  async add(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: NewPersonRequest,
  ): Promise<RecordedResponse> {
    const { givenName = null, familyName = null, dateOfBirth = null, ...ties } = body;
    const names = { given: givenName, family: familyName, other: [] };
    return { id: await this.addPerson.execute({ ...whose(request, id), ...ties, names, dateOfBirth }) };
  }

  @Post('family/relationships')
  @ApiOperation({ summary: 'Record what somebody is to a child, or correct it; earlier entries stay' })
  @ApiResponse({ status: 201, schema: recordedResponse })
  async relate(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: RelationshipRequest,
  ): Promise<RecordedResponse> {
    const { toId = null, replaces = null, ...entry } = body;
    return { id: await this.recordRelationship.execute({ ...whose(request, id), ...entry, toId, replaces }) };
  }

  @Post('family/residences')
  @ApiOperation({ summary: 'Record where somebody lives or lived, or correct it; earlier entries stay' })
  @ApiResponse({ status: 201, schema: recordedResponse })
  async house(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: ResidenceRequest,
  ): Promise<RecordedResponse> {
    const { address, since = null, until = null, replaces = null, ...entry } = body;
    const { lines = [], postcode = null, uprn = null } = address ?? {};
    const place = address === undefined ? null : { lines, postcode, uprn };
    const recorded = { ...whose(request, id), ...entry, address: place, since, until, replaces };
    return { id: await this.recordResidence.execute(recorded) };
  }

  @Post('sibling-considerations')
  @ApiOperation({
    summary: 'Say what should happen about a brother or sister; a statutory decision is not signed before',
  })
  @ApiResponse({ status: 201, schema: recordedResponse })
  async consider(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() { mentionId, outcome, reason }: ConsiderationRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.considerSibling.execute({ ...whose(request, id), mentionId, outcome, reason }) };
  }
}

function whose(request: FastifyRequest, id: string) {
  return { actor: actorOf(request), caseId: caseIdOf(id) };
}
