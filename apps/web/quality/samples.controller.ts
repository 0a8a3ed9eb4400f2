import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { DomainError } from '#domain';
import { DrawSample, LARGEST_SAMPLE, ReadSamples, STRATA } from '#quality';
import { Elsewhere } from '../door/elsewhere.ts';
import { languageOf, wordsOf } from '../door/language.ts';
import { fieldsOf, personAt } from '../door/visit.ts';
import { sendCsv } from '../pages/csv.ts';
import { idAt } from '../oversight/ids.ts';
import { namesOf } from '../oversight/names.ts';
import { dayIn } from '../pages/moments.ts';
import { Pages } from '../pages/pages.ts';
import { readDrawing } from './quality.form.ts';
import { itemColumns, itemLines, presentAgreement, presentItems } from './sample.presenter.ts';

/** Samples of decisions: drawn, read, compared. */
@Controller('quality')
export class SamplesController {
  constructor(
    private readonly samples: ReadSamples,
    private readonly drawSample: DrawSample,
    private readonly pages: Pages,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = personAt(request);
    const samples = await this.samples.all(actor);
    const may = { draw: mayEver(actor, 'quality.draw'), rate: mayEver(actor, 'quality.rate') };
    this.pages.send(request, reply, 'quality/list.njk', { samples, may });
  }

  @Get('draw')
  showDraw(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.sendDraw(request, reply);
  }

  @Post('draw')
  @HttpCode(200)
  async draw(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const typed = fieldsOf(request);
    const words = wordsOf(request);
    const read = readDrawing(typed, words);
    if ('faults' in read) {
      this.sendDraw(request, reply.status(422), { typed, faults: read.faults });
      return;
    }
    const drawn = await this.drawSample.execute({ actor: personAt(request), ...read.value }).catch(unlessNothing);
    if (drawn !== null) throw new Elsewhere(`/quality/samples/${drawn}`, 'qualityDrawn');
    this.sendDraw(request, reply.status(422), { typed, faults: { from: words.quality.draw.nothing } });
  }

  @Get('samples/:sample')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('sample') id: string): Promise<void> {
    const actor = personAt(request);
    const words = wordsOf(request);
    const view = await this.samples.one(actor, idAt(id));
    this.pages.send(request, reply, 'quality/sample.njk', {
      sample: view.sample,
      title: words.quality.sample.title(dayIn(languageOf(request), view.sample.drawnAt)),
      agreement: presentAgreement(view, words),
      items: presentItems(view, namesOf(actor.authorityId), words),
    });
  }

  @Get('samples/:sample/csv')
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('sample') id: string): Promise<void> {
    const actor = personAt(request);
    const words = wordsOf(request);
    const view = await this.samples.one(actor, idAt(id));
    sendCsv(reply, 'sample', itemColumns(words), itemLines(view, namesOf(actor.authorityId), words));
  }

  private sendDraw(request: FastifyRequest, reply: FastifyReply, data: object = {}): void {
    this.pages.send(request, reply, 'quality/draw.njk', { strata: STRATA, most: LARGEST_SAMPLE, ...data });
  }
}

function unlessNothing(error: unknown): null {
  if (error instanceof DomainError && error.code === 'not_found') return null;
  throw error;
}
