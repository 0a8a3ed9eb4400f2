import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { CloseDifference, CONCLUSIONS, differs } from '#quality';
import { Elsewhere } from '../door/elsewhere.ts';
import { languageOf, wordsOf } from '../door/language.ts';
import { fieldsOf, personAt } from '../door/visit.ts';
import { idAt } from '../oversight/ids.ts';
import { Pages } from '../pages/pages.ts';
import { presentDifference } from './difference.presenter.ts';
import { readClosing } from './quality.form.ts';

/** Decision and second opinion side by side, and what came of talking it over. */
@Controller('quality/items/:item')
export class DifferenceController {
  constructor(
    private readonly difference: CloseDifference,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('item') id: string): Promise<void> {
    await this.send(request, reply, id, {});
  }

  @Post()
  @HttpCode(200)
  async close(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('item') id: string): Promise<void> {
    const typed = fieldsOf(request);
    const read = readClosing(typed, wordsOf(request));
    if ('faults' in read) {
      await this.send(request, reply.status(422), id, { typed, faults: read.faults });
      return;
    }
    const sample = await this.difference.execute(personAt(request), idAt(id), read.value);
    throw new Elsewhere(`/quality/samples/${sample}`, 'qualityClosed');
  }

  private async send(request: FastifyRequest, reply: FastifyReply, id: string, data: object): Promise<void> {
    const actor = personAt(request);
    const words = wordsOf(request);
    const item = await this.difference.read(actor, idAt(id));
    const isOpen = item.rated !== null && differs(item.rated) && item.closing === null;
    this.pages.send(request, reply, 'quality/difference.njk', {
      item: presentDifference(item, languageOf(request), words),
      mayReadSample: mayEver(actor, 'quality.read'),
      mayClose: isOpen && mayEver(actor, 'quality.close'),
      conclusions: CONCLUSIONS.map((value) => ({ value, text: words.quality.conclusions[value] })),
      ...data,
    });
  }
}
