import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OverrideAgreement, ReadBasis, RecordAgreement, SignOverride } from '#enquiries';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { idOf } from '../service/record.ts';
import { presentAgreement, presentBasis, presentOverride } from './enquiries.presenter.ts';
import { AgreementRequest, OverrideRequest, SignatureRequest } from './enquiries.request.ts';
import {
  type AgreementResponse,
  agreementResponse,
  type BasisResponse,
  basisResponse,
  type OverrideResponse,
  overrideResponse,
} from './enquiries.response.ts';

/** What allows the front door to ask other agencies about a child. */
@ApiTags('Enquiries')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/enquiry-basis')
export class EnquiryBasisController {
  constructor(
    private readonly readBasis: ReadBasis,
    private readonly recordAgreement: RecordAgreement,
    private readonly overrideAgreement: OverrideAgreement,
    private readonly signOverride: SignOverride,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What the family said, and which overrides there are' })
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiResponse({ status: 200, schema: basisResponse })
  async read(@Req() request: FastifyRequest, @Param('id') id: string): Promise<BasisResponse> {
    return presentBasis(await this.readBasis.execute(actorOf(request), caseIdOf(id), purposeOf(request)));
  }

  @Post('agreements')
  @ApiOperation({ summary: 'Record what the family said to other agencies being asked' })
  @ApiResponse({ status: 201, schema: agreementResponse })
  async record(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() { given, saidBy, how, note }: AgreementRequest,
  ): Promise<AgreementResponse> {
    const said = { given, saidBy, how, note: note ?? null };
    return presentAgreement(
      await this.recordAgreement.execute({ actor: actorOf(request), caseId: caseIdOf(id), ...said }),
    );
  }

  @Post('overrides')
  @ApiOperation({
    summary: 'Say why agencies are asked without agreement',
    description: 'In force at once where statutory protection is proposed; otherwise once a manager has signed.',
  })
  @ApiResponse({ status: 201, schema: overrideResponse })
  async override(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() { reason, basis, statement }: OverrideRequest,
  ): Promise<OverrideResponse> {
    const said = { reason, basis, statement };
    return presentOverride(
      await this.overrideAgreement.execute({ actor: actorOf(request), caseId: caseIdOf(id), ...said }),
    );
  }

  @Post('overrides/:override/signature')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign somebody else’s override, or refuse it with a reason' })
  @ApiResponse({ status: 204, description: 'Signed or refused' })
  async sign(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('override') override: string,
    @Body() { outcome, reason }: SignatureRequest,
  ): Promise<void> {
    const about = { caseId: caseIdOf(id), overrideId: idOf<string>(override, 'override') };
    await this.signOverride.execute({ actor: actorOf(request), ...about, outcome, reason: reason ?? null });
  }
}
