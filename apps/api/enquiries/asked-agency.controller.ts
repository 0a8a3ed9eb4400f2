import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AnswerEnquiry, AskedAgency } from '#enquiries';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { idOf } from '../service/record.ts';
import { presentAsked, presentAskedList } from './enquiries.presenter.ts';
import { AskedRequest, ReplyRequest } from './enquiries.request.ts';
import {
  type AnsweredResponse,
  answeredResponse,
  type AskedEnquiryResponse,
  askedEnquiryResponse,
  type AskedListResponse,
  askedListResponse,
} from './enquiries.response.ts';
import { replyOf } from './reply-of.ts';

/** What an agency was asked, for that agency. */
@ApiTags('Enquiries')
@ApiBearerAuth()
@Controller('api/v1/enquiries')
export class AskedAgencyController {
  constructor(
    private readonly askedAgency: AskedAgency,
    private readonly answerEnquiry: AnswerEnquiry,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What your agency was asked; nothing of any child' })
  @ApiResponse({ status: 200, schema: askedListResponse })
  async list(@Req() request: FastifyRequest, @Query() { state, limit }: AskedRequest): Promise<AskedListResponse> {
    return presentAskedList(await this.askedAgency.list(actorOf(request), { state, limit }));
  }

  @Get(':enquiry')
  @ApiOperation({
    summary: 'One open enquiry, with as much of the child as you need to find them; the look is recorded',
  })
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiResponse({ status: 200, schema: askedEnquiryResponse })
  async read(@Req() request: FastifyRequest, @Param('enquiry') enquiry: string): Promise<AskedEnquiryResponse> {
    const id = idOf<string>(enquiry, 'enquiry');
    return presentAsked(await this.askedAgency.read(actorOf(request), id, purposeOf(request)));
  }

  @Post(':enquiry/reply')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Answer, say that you know nothing, or decline',
    description: 'An enquiry takes one reply. The same reply sent again changes nothing and is answered alike.',
  })
  @ApiResponse({ status: 200, schema: answeredResponse })
  async answer(
    @Req() request: FastifyRequest,
    @Param('enquiry') enquiry: string,
    @Body() body: ReplyRequest,
  ): Promise<AnsweredResponse> {
    const id = idOf<string>(enquiry, 'enquiry');
    const { state } = await this.answerEnquiry.execute(actorOf(request), id, replyOf(body));
    return { id, state };
  }
}
