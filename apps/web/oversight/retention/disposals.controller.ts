import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { DomainError } from '#domain';
import { ApproveDisposal, CertifyDisposal, type DisposalId, ReadDisposals, RequestDisposal } from '#retention';
import { type Query as Asked, textIn } from '../query.ts';
import { Elsewhere } from '../../door/elsewhere.ts';
import { wordsOf } from '../../door/language.ts';
import { personAt } from '../../door/visit.ts';
import { Pages } from '../../pages/pages.ts';
import { idAt } from '../ids.ts';
import { presentDisposal, ruleIn } from './disposal.presenter.ts';

const PAGE = 20;

/** What is due to be destroyed: asked for, approved by somebody else, certified. */
@Controller('disposals')
export class DisposalsController {
  constructor(
    private readonly disposals: ReadDisposals,
    private readonly requestDisposal: RequestDisposal,
    private readonly approveDisposal: ApproveDisposal,
    private readonly certify: CertifyDisposal,
    private readonly pages: Pages,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const actor = personAt(request);
    const after = textIn(query, 'after');
    const { disposals, next } = await this.disposals.list(actor, after === '' ? null : disposalIdAt(after), PAGE);
    this.pages.send(request, reply, 'oversight/disposals.njk', {
      lines: disposals.map((each) => presentDisposal(each, actor, wordsOf(request))),
      mayAsk: mayEver(actor, 'disposal.request'),
      nextHref: next === null ? null : `/disposals?after=${next}`,
    });
  }

  @Post()
  async ask(@Req() request: FastifyRequest): Promise<never> {
    const { id } = await this.requestDisposal.execute(personAt(request));
    throw new Elsewhere(`/disposals/${id}`, 'disposalAsked');
  }

  @Post(':disposal/approval')
  async approve(@Req() request: FastifyRequest, @Param('disposal') id: string): Promise<never> {
    try {
      await this.approveDisposal.execute(personAt(request), disposalIdAt(id));
    } catch (error: unknown) {
      if (!(error instanceof DomainError) || error.code !== 'disposal_not_ready') throw error;
      throw new Elsewhere(`/disposals/${id}?refused=yes`);
    }
    throw new Elsewhere(`/disposals/${id}`, 'disposalApproved');
  }

  @Get(':disposal/certificate')
  async certificate(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('disposal') id: string,
  ): Promise<void> {
    const actor = personAt(request);
    const { certificate, signature } = await this.certify.execute(actor, disposalIdAt(id));
    const words = wordsOf(request);
    const rules = certificate.byRule.map((each) => ({ ...each, rule: ruleIn(each.ruleId, actor.authorityId, words) }));
    const times = { requested: new Date(certificate.requested.at), approved: new Date(certificate.approved.at) };
    const finished = new Date(certificate.finishedAt);
    const data = { id, certificate, signature, rules, times: { ...times, finished } };
    this.pages.send(request, reply, 'oversight/certificate.njk', data);
  }

  @Get(':disposal/certificate/file')
  async certificateFile(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('disposal') id: string,
  ): Promise<void> {
    const signed = await this.certify.execute(personAt(request), disposalIdAt(id));
    void reply
      .type('application/json; charset=utf-8')
      .header('Content-Disposition', 'attachment; filename="certificate.json"')
      .send(`${JSON.stringify(signed, null, 2)}\n`);
  }
}

export function disposalIdAt(id: string): DisposalId {
  return idAt(id) as DisposalId;
}
