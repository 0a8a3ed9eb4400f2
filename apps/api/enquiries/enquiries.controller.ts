import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ListEnquiries, OpenEnquiry, SendEnquiries, WithdrawEnquiry } from '#enquiries';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { idOf } from '../service/record.ts';
import { presentEnquiries, presentOpened } from './enquiries.presenter.ts';
import { EnquiryRequest, EnquiryWithdrawalRequest } from './enquiries.request.ts';
import {
  type EnquiriesResponse,
  enquiriesResponse,
  type OpenedEnquiryResponse,
  openedEnquiryResponse,
} from './enquiries.response.ts';

/** What the front door asks other agencies about a child. */
@ApiTags('Enquiries')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/enquiries')
export class EnquiriesController {
  constructor(
    private readonly sendEnquiries: SendEnquiries,
    private readonly listEnquiries: ListEnquiries,
    private readonly openEnquiry: OpenEnquiry,
    private readonly withdrawEnquiry: WithdrawEnquiry,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Ask agencies about the child',
    description: 'Refused with `no_lawful_basis` where there is neither the family’s agreement nor a signed override.',
  })
  @ApiResponse({ status: 201, schema: enquiriesResponse })
  async send(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: EnquiryRequest,
  ): Promise<EnquiriesResponse> {
    const wanted = { agencyIds: body.agencies, asked: body.asked, share: body.share ?? [] };
    const sent = await this.sendEnquiries.execute({ actor: actorOf(request), caseId: caseIdOf(id), ...wanted });
    return presentEnquiries(sent.map((enquiry) => ({ enquiry, reply: null })));
  }

  @Get()
  @ApiOperation({ summary: 'What was asked, and what has been answered or read' })
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiResponse({ status: 200, schema: enquiriesResponse })
  async list(@Req() request: FastifyRequest, @Param('id') id: string): Promise<EnquiriesResponse> {
    return presentEnquiries(await this.listEnquiries.execute(actorOf(request), caseIdOf(id), purposeOf(request)));
  }

  @Get(':enquiry')
  @ApiOperation({
    summary: 'One enquiry with its reply',
    description: 'A reply that somebody of the front door opens counts as read by them.',
  })
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiResponse({ status: 200, schema: openedEnquiryResponse })
  async open(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('enquiry') enquiry: string,
  ): Promise<OpenedEnquiryResponse> {
    const asked = { caseId: caseIdOf(id), enquiryId: idOf(enquiry, 'enquiry'), purpose: purposeOf(request) };
    return presentOpened(await this.openEnquiry.execute({ actor: actorOf(request), ...asked }));
  }

  @Post(':enquiry/withdrawal')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an enquiry back that nobody has answered' })
  @ApiResponse({ status: 204, description: 'The agency sees nothing of the child any more' })
  async withdraw(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('enquiry') enquiry: string,
    @Body() { reason }: EnquiryWithdrawalRequest,
  ): Promise<void> {
    const about = { caseId: caseIdOf(id), enquiryId: idOf<string>(enquiry, 'enquiry') };
    await this.withdrawEnquiry.execute({ actor: actorOf(request), ...about, reason });
  }
}
