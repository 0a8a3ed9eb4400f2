import { Controller, Get, Headers, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExplainToSender } from '#decisions';
import { ListReferrals, ReadReferral, SubmitReferral } from '#intake';
import { senderAdvice } from '#notifications';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { idempotencyKeyOf } from '../service/idempotency-key.ts';
import { rawBodyOf } from '../service/bodies.ts';
import { LanguageQuery } from '../service/language.query.ts';
import { ListReferralsRequest } from './list-referrals.request.ts';
import {
  presentReceipt,
  presentReferral,
  presentReferralPage,
  presentSenderExplanation,
} from './referral.presenter.ts';
import {
  receiptResponse,
  type ReferralPageResponse,
  referralPageResponse,
  type ReferralResponse,
  referralResponse,
  type SenderExplanationResponse,
  senderExplanationResponse,
} from './referral.response.ts';

/** The partner agencies' door: send a referral, and see what became of it. */
@ApiTags('Referrals')
@ApiBearerAuth()
@Controller('api/v1/referrals')
export class ReferralsController {
  constructor(
    private readonly submitReferral: SubmitReferral,
    private readonly readReferral: ReadReferral,
    private readonly listReferrals: ListReferrals,
    private readonly explainToSender: ExplainToSender,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Send a referral',
    description:
      'If a child is in danger now, telephone 999 first. Repeat with the same Idempotency-Key until you get a receipt: the referral is stored once. Only who the child is, what the worry is and how to reach you can block it.',
  })
  @ApiHeader({ name: 'Idempotency-Key', description: 'Your own unique text for this referral', required: false })
  @ApiBody({ schema: { $ref: '#/components/schemas/Referral' } })
  @ApiResponse({ status: 201, description: 'Stored', schema: receiptResponse })
  @ApiResponse({
    status: 200,
    description: 'It was stored before: the same receipt',
    schema: receiptResponse,
  })
  async submit(
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralResponse['receipt']> {
    const { receipt, replayed } = await this.submitReferral.execute({
      actor: actorOf(request),
      body: rawBodyOf(request),
      parsed: request.body,
      idempotencyKey: idempotencyKeyOf(key),
    });
    void reply.status(replayed ? HttpStatus.OK : HttpStatus.CREATED);
    void reply.header('Location', `/api/v1/referrals/${receipt.reference}`);
    return presentReceipt(receipt);
  }

  @Get()
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({ summary: 'List referrals, newest first; an agency sees its own' })
  @ApiResponse({ status: 200, schema: referralPageResponse })
  async list(@Req() request: FastifyRequest, @Query() query: ListReferralsRequest): Promise<ReferralPageResponse> {
    const asked = { limit: query.limit, after: query.after ?? null, purpose: purposeOf(request) };
    return presentReferralPage(await this.listReferrals.execute(actorOf(request), asked));
  }

  @Get(':reference')
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({ summary: 'See where a referral stands' })
  @ApiResponse({ status: 200, schema: referralResponse })
  async read(@Req() request: FastifyRequest, @Param('reference') reference: string): Promise<ReferralResponse> {
    return presentReferral(await this.readReferral.execute(actorOf(request), reference, purposeOf(request)));
  }

  @Get(':reference/explanation')
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({ summary: 'Why, for each child a person has decided about: from what you told us, and nothing else' })
  @ApiResponse({ status: 200, schema: senderExplanationResponse })
  async explain(
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Query() { language }: LanguageQuery,
  ): Promise<SenderExplanationResponse> {
    const asked = { reference, language, purpose: purposeOf(request) };
    const actor = actorOf(request);
    const advice = senderAdvice(actor.authorityId, language);
    return presentSenderExplanation(await this.explainToSender.execute(actor, asked), language, advice);
  }
}
