import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApproveDisposal, CertifyDisposal, type DisposalId, ReadDisposals, RequestDisposal } from '#retention';
import { actorOf } from '../auth/bearer.guard.ts';
import { sendPage, wantsHtml } from '../service/media.ts';
import { idOf } from '../service/record.ts';
import { certificatePage } from './certificate.page.ts';
import { presentDisposal, presentDisposals } from './retention.presenter.ts';
import { DisposalsQuery } from './retention.request.ts';
import {
  certificateResponse,
  type DisposalListResponse,
  disposalListResponse,
  type DisposalResponse,
  disposalResponse,
} from './retention.response.ts';

/** What is due to be destroyed: asked for, approved by somebody else, certified. */
@ApiTags('Retention')
@ApiBearerAuth()
@Controller('api/v1/disposals')
export class DisposalsController {
  constructor(
    private readonly disposals: ReadDisposals,
    private readonly requestDisposal: RequestDisposal,
    private readonly approveDisposal: ApproveDisposal,
    private readonly certify: CertifyDisposal,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Disposals of your authority, newest first' })
  @ApiResponse({ status: 200, schema: disposalListResponse })
  async list(@Req() request: FastifyRequest, @Query() query: DisposalsQuery): Promise<DisposalListResponse> {
    const after = (query.after ?? null) as DisposalId | null;
    return presentDisposals(await this.disposals.list(actorOf(request), after, query.limit));
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask what is due today; the list is computed in the background and nothing goes by it yet' })
  @ApiResponse({ status: 202, schema: disposalResponse })
  async request(@Req() request: FastifyRequest): Promise<DisposalResponse> {
    return presentDisposal(await this.requestDisposal.execute(actorOf(request)));
  }

  @Get(':disposal')
  @ApiOperation({ summary: 'How far a disposal has come' })
  @ApiResponse({ status: 200, schema: disposalResponse })
  async read(@Req() request: FastifyRequest, @Param('disposal') disposal: string): Promise<DisposalResponse> {
    return presentDisposal(await this.disposals.one(actorOf(request), disposalIdOf(disposal)));
  }

  @Post(':disposal/approval')
  @HttpCode(202)
  @ApiOperation({ summary: 'Approve the list: not by whoever asked for it, after opening it; the records then go' })
  @ApiResponse({ status: 202, schema: disposalResponse })
  async approve(@Req() request: FastifyRequest, @Param('disposal') disposal: string): Promise<DisposalResponse> {
    return presentDisposal(await this.approveDisposal.execute(actorOf(request), disposalIdOf(disposal)));
  }

  @Get(':disposal/certificate')
  @ApiOperation({ summary: 'The certificate of a finished disposal, as JSON or as a page to print' })
  @ApiResponse({
    status: 200,
    content: { 'application/json': { schema: certificateResponse }, 'text/html': { schema: { type: 'string' } } },
  })
  async certificate(
    @Req() request: FastifyRequest,
    @Param('disposal') disposal: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const signed = await this.certify.execute(actorOf(request), disposalIdOf(disposal));
    if (wantsHtml(request)) sendPage(reply, certificatePage(signed));
    else void reply.header('Vary', 'Accept').send(signed);
  }
}

/** @throws DomainError `not_found` for an id that no disposal can have. */
export function disposalIdOf(id: string): DisposalId {
  return idOf<DisposalId>(id, 'disposal');
}
