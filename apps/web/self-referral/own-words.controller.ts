import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { SendDraft } from '#drafts';
import { Elsewhere } from '../door/elsewhere.ts';
import { fieldsOf } from '../door/visit.ts';
import { FormPages } from '../referral/form-pages.ts';
import { SaveByKey } from '../referral/save-by-key.ts';
import { SavePage } from '../referral/save-page.ts';
import { FamilyDrafts } from './family-drafts.ts';

const BASE = '/ask-for-help/form';

/** The pages of a family's form. Every form sent is of a page made for its draft: the draft's key says so. */
@Controller('ask-for-help/form')
export class OwnWordsController {
  constructor(
    private readonly drafts: FamilyDrafts,
    private readonly formPages: FormPages,
    private readonly savePage: SavePage,
    private readonly saveByKey: SaveByKey,
    private readonly sendDraft: SendDraft,
  ) {}

  @Get('check')
  async check(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const place = await this.drafts.open(request, reply);
    if (place.opened.draft.receipt !== null) throw new Elsewhere('/ask-for-help/sent');
    this.formPages.showCheck(request, reply, place);
  }

  @Post('check')
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const place = await this.drafts.open(request, reply);
    this.saveByKey.require(place, fieldsOf(request));
    try {
      await this.sendDraft.execute(place.owner, place.opened.draft.id);
    } catch (error: unknown) {
      if (!(error instanceof DomainError && error.code === 'validation_failed')) throw error;
      this.formPages.showCheck(request, reply, place);
      return;
    }
    throw new Elsewhere('/ask-for-help/sent');
  }

  @Get(':page')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('page') page: string): Promise<void> {
    const place = await this.drafts.open(request, reply);
    if (place.opened.draft.ended !== null) throw new Elsewhere('/ask-for-help/sent');
    if (page === 'danger-now') this.formPages.showDanger(request, reply, place);
    else this.formPages.show(request, reply, place, page);
  }

  @Post(':page')
  async save(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('page') page: string): Promise<void> {
    const sent = fieldsOf(request);
    const place = await this.openOrKeep(request, reply, page);
    this.saveByKey.require(place, sent);
    const onward = await this.savePage.execute(place, page, sent);
    if (onward === 'away') throw new Elsewhere('/ask-for-help/code', 'helpKept');
    if (onward !== 'faulty') throw new Elsewhere(`${BASE}/${onward.page}`, onward.notice ?? null);
    this.formPages.showFaulty(request, reply, await this.drafts.open(request, reply), page);
  }

  /** When the hour is over, what was typed is kept before the code is asked for. */
  private async openOrKeep(request: FastifyRequest, reply: FastifyReply, page: string) {
    try {
      return await this.drafts.open(request, reply);
    } catch (error: unknown) {
      await this.saveByKey.executeForPage(page, fieldsOf(request));
      throw error;
    }
  }
}
