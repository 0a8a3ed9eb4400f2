import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { asId, DomainError, type ReferralId } from '#domain';
import { DISPOSAL_ITEM_STATES, ITEM_ORDERS, KeepRecord, ReadDisposalList, ReadDisposals } from '#retention';
import { type Query as Asked, textIn } from '../query.ts';
import { Elsewhere } from '../../door/elsewhere.ts';
import { wordsOf } from '../../door/language.ts';
import { fieldsOf, personAt } from '../../door/visit.ts';
import { Pages } from '../../pages/pages.ts';
import { readNote } from '../access/note.form.ts';
import { sendCsv } from '../../pages/csv.ts';
import { idAt } from '../ids.ts';
import { presentDisposal, presentRecords, recordColumns, recordLines } from './disposal.presenter.ts';
import { disposalIdAt } from './disposals.controller.ts';

const PAGE = 100;

/** One disposal with its records; reading them is noted. */
@Controller('disposals/:disposal')
export class DisposalRecordsController {
  constructor(
    private readonly disposals: ReadDisposals,
    private readonly readList: ReadDisposalList,
    private readonly keepRecord: KeepRecord,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('disposal') id: string,
    @Query() query: Asked,
  ): Promise<void> {
    const actor = personAt(request);
    const words = wordsOf(request);
    const head = presentDisposal(await this.disposals.one(actor, disposalIdAt(id)), actor, words);
    const after = textIn(query, 'after');
    const question = { ...questionOf(id, query), limit: PAGE, after: after === '' ? null : idAt(after) };
    const { items, next } = head.isComputing ? { items: [], next: null } : await this.readList.page(actor, question);
    const address = new URLSearchParams({ state: question.state ?? '', sort: question.orderBy, after: next ?? '' });
    this.pages.send(request, reply, 'oversight/disposal.njk', {
      ...{ head, state: question.state ?? '', sort: question.orderBy },
      records: presentRecords(items, actor.authorityId, words),
      ...{ states: DISPOSAL_ITEM_STATES, orders: ITEM_ORDERS },
      mayKeep: mayEver(actor, 'disposal.request'),
      nextHref: next === null ? null : `/disposals/${id}?${address.toString()}`,
      faults: textIn(query, 'refused') === 'yes' ? { approve: words.retention.one.notReady } : {},
    });
  }

  @Get('csv')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('disposal') id: string,
    @Query() query: Asked,
  ): Promise<void> {
    const actor = personAt(request);
    const words = wordsOf(request);
    const items = await this.readList.whole(actor, questionOf(id, query));
    sendCsv(reply, 'disposal', recordColumns(words), recordLines(items, actor.authorityId, words));
  }

  @Get('keep/:referral')
  showKeep(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('disposal') id: string,
    @Param('referral') referral: string,
  ): void {
    this.pages.send(request, reply, 'oversight/keep.njk', { id: idAt(id), referral: idAt(referral) });
  }

  @Post('keep/:referral')
  @HttpCode(200)
  async keep(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('disposal') id: string,
    @Param('referral') referral: string,
  ): Promise<void> {
    const typed = fieldsOf(request);
    const { retention } = wordsOf(request);
    const read = readNote(typed, 'reason', retention.keep);
    const refused = 'faults' in read ? read.faults : await this.keeping(request, id, referral, read.value);
    if (refused === null) throw new Elsewhere(`/disposals/${id}`, 'recordKept');
    const data = { id: idAt(id), referral: idAt(referral), typed, faults: refused };
    this.pages.send(request, reply.status(422), 'oversight/keep.njk', data);
  }

  /** `null` once it is kept. */
  private async keeping(request: FastifyRequest, id: string, referral: string, reason: string) {
    const referralId = asId<ReferralId>(idAt(referral));
    try {
      await this.keepRecord.execute({ actor: personAt(request), disposalId: disposalIdAt(id), referralId, reason });
      return null;
    } catch (error: unknown) {
      if (!(error instanceof DomainError) || error.code !== 'disposal_not_ready') throw error;
      return { 'note-reason': wordsOf(request).retention.one.notReady };
    }
  }
}

function questionOf(id: string, query: Asked) {
  return {
    disposalId: disposalIdAt(id),
    state: DISPOSAL_ITEM_STATES.find((each) => each === textIn(query, 'state')) ?? null,
    orderBy: ITEM_ORDERS.find((each) => each === textIn(query, 'sort')) ?? 'dueOn',
    descending: false,
  };
}
