import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadChronology, WriteAnalysis } from '#chronology';
import type { FormFields } from '#sign-in';
import type { Exchange } from '../door/late-forms.ts';
import { textOf } from '../door/visit.ts';
import { chosenIn } from '../records/chosen-in.ts';
import type { FormPage } from '../records/form-page.ts';
import { inputsOf } from '../records/inputs.presenter.ts';
import { readAnswers } from '../records/read-answers.ts';
import { type CaseVisit, type Change, RecordDesk } from '../records/record-desk.ts';
import { analysisForm } from './chronology-forms.ts';
import { filterFields, orderOf, scopeOf } from './chronology-filter.ts';
import { chronologyPage } from './chronology.presenter.ts';

const PAGE_SIZE = 50;
const EVERYTHING = { from: null, to: null, categories: null, withSiblings: false };

/** What happened to a child, in the order it happened, and what people make of it. */
@Controller('cases/:id/chronology')
export class ChronologyController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly readChronology: ReadChronology,
    private readonly writeAnalysis: WriteAnalysis,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query() query: FormFields,
  ): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const fields = filterFields(visit.words, visit.language);
    const { answers, faults } = readAnswers(fields, query, visit);
    const cursor = textOf(query, 'cursor');
    const page = await this.readChronology.execute({
      ...{ actor: visit.actor, caseId: visit.found.id, purpose: null, limit: PAGE_SIZE, order: orderOf(answers) },
      ...{ ...scopeOf(answers), cursor: cursor === '' ? null : cursor },
    });
    const typed = { order: 'newest_first', ...query };
    const inputs = inputsOf(fields, { typed, faults, words: visit.words });
    const data = { ...chronologyPage(page, visit, chosenIn(query, 'cursor')), inputs, faults };
    this.desk.show(visit, 'chronology', 'chronology/chronology.njk', data);
  }

  @Get('analysis')
  async showAnalysis(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const { visit, page } = await this.analysisAt({ request, reply }, id);
    this.desk.ask(visit, page);
  }

  @Post('analysis')
  async analyse(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { visit, page } = await this.analysisAt({ request, reply }, id);
    const about = { actor: visit.actor, caseId: visit.found.id };
    const write: Change = (answers, version) =>
      this.writeAnalysis.execute({ ...about, version, note: answers.text('note') });
    await this.desk.act(visit, page, write, { to: `${visit.base}/chronology`, notice: 'analysisSaved' });
  }

  private async analysisAt(at: Exchange, id: string): Promise<{ visit: CaseVisit; page: FormPage }> {
    const visit = await this.desk.beside(at, id);
    const { analyses } = await this.readChronology.execute({
      ...{ actor: visit.actor, caseId: visit.found.id, purpose: null, limit: 1, order: 'newest_first' },
      ...{ ...EVERYTHING, cursor: null },
    });
    return { visit, page: analysisForm(visit, analyses[0] ?? null) };
  }
}
