import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authorityIds, authorityPack } from '#nation-packs';
import { wordsOf } from '../door/language.ts';
import { Elsewhere } from '../door/elsewhere.ts';
import { fieldsOf, textOf } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { presentReceipt } from '../referral/receipt.presenter.ts';
import { FamilyDrafts } from './family-drafts.ts';
import { ResumeCookie } from './resume-cookie.ts';

/** Where families and young people begin, come back and leave. */
@Controller('ask-for-help')
export class SelfReferralController {
  constructor(
    private readonly pages: Pages,
    private readonly drafts: FamilyDrafts,
    private readonly cookie: ResumeCookie,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.sendStart(request, reply, {});
  }

  @Post('start')
  async start(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<never> {
    await this.drafts.start(reply, textOf(fieldsOf(request), 'council'));
    throw new Elsewhere('/ask-for-help/code');
  }

  @Post('resume')
  async resume(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (await this.drafts.resume(reply, textOf(fieldsOf(request), 'code'))) {
      const { draft } = (await this.drafts.open(request, reply)).opened;
      throw new Elsewhere(`/ask-for-help/form/${draft.page}`);
    }
    this.sendStart(request, reply.status(422), { code: wordsOf(request).selfReferral.noDraft });
  }

  @Get('code')
  async code(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { draft } = (await this.drafts.open(request, reply)).opened;
    const code = (this.cookie.codeOf(request) ?? '').replaceAll('-', '').replace(/(.{4})(?=.)/g, '$1-');
    this.pages.send(request, reply, 'self-referral/code.njk', { code, page: draft.page });
  }

  @Get('sent')
  async sent(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { draft } = (await this.drafts.open(request, reply)).opened;
    if (draft.receipt === null) throw new Elsewhere('/ask-for-help/form/check');
    this.pages.send(request, reply, 'self-referral/sent.njk', presentReceipt(draft.receipt, draft.authorityId));
  }

  @Post('leave')
  leave(@Res({ passthrough: true }) reply: FastifyReply): never {
    this.cookie.take(reply);
    throw new Elsewhere('/ask-for-help');
  }

  private sendStart(request: FastifyRequest, reply: FastifyReply, faults: Readonly<Record<string, string>>): void {
    const councils = authorityIds().map((id) => authorityPack(id));
    this.pages.send(request, reply, 'self-referral/start.njk', { councils, faults, typed: fieldsOf(request) });
  }
}
