import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, URGENCIES } from '#domain';
import { RATED_OUTCOMES, RateItem, ReadBlind, ReadSamples, TakeItem } from '#quality';
import { Elsewhere } from '../door/elsewhere.ts';
import { languageOf, wordsOf } from '../door/language.ts';
import { fieldsOf, personAt } from '../door/visit.ts';
import { idAt } from '../oversight/ids.ts';
import { type Faults, Pages } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';
import { presentBlind } from './blind.presenter.ts';
import { readRating } from './quality.form.ts';
import { ratedIn } from './sample.presenter.ts';

const TO_RATE = '/quality/to-rate';

/** Rating a decision blind: taken, read as it was then, rated or given back. */
@Controller('quality')
export class RatingController {
  constructor(
    private readonly samples: ReadSamples,
    private readonly takeItem: TakeItem,
    private readonly readBlind: ReadBlind,
    private readonly rateItem: RateItem,
    private readonly pages: Pages,
  ) {}

  @Get('to-rate')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sendList(request, reply, {});
  }

  @Post('items/:item/take')
  @HttpCode(200)
  async take(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('item') id: string): Promise<void> {
    try {
      await this.takeItem.execute(personAt(request), idAt(id));
    } catch (error: unknown) {
      const rows = refusalOf(error, wordsOf(request));
      await this.sendList(request, reply.status(422), { rows });
      return;
    }
    throw new Elsewhere(`/quality/items/${id}/rate`);
  }

  @Post('items/:item/return')
  async giveBack(@Req() request: FastifyRequest, @Param('item') id: string): Promise<never> {
    await this.takeItem.giveBack(personAt(request), idAt(id)).catch(backToList);
    throw new Elsewhere(TO_RATE, 'qualityGivenBack');
  }

  @Get('items/:item/rate')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('item') id: string): Promise<void> {
    await this.send(request, reply, id, {});
  }

  @Post('items/:item/rate')
  @HttpCode(200)
  async rate(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('item') id: string): Promise<void> {
    const typed = fieldsOf(request);
    const read = readRating(typed, wordsOf(request));
    if ('faults' in read) {
      await this.send(request, reply.status(422), id, { typed, faults: read.faults });
      return;
    }
    await this.rateItem.execute(personAt(request), idAt(id), read.value).catch(backToList);
    throw new Elsewhere(`/quality/items/${id}`, 'qualityRated');
  }

  private async sendList(request: FastifyRequest, reply: FastifyReply, faults: Faults): Promise<void> {
    const actor = personAt(request);
    const items = await this.samples.toRate(actor);
    const lines = items.map((item) => ({ ...item, isMine: item.raterId === actor.id }));
    this.pages.send(request, reply, 'quality/to-rate.njk', { items: lines, faults });
  }

  private async send(request: FastifyRequest, reply: FastifyReply, id: string, data: object): Promise<void> {
    const actor = personAt(request);
    const words = wordsOf(request);
    const language = languageOf(request);
    const view = await this.readBlind.execute(actor, idAt(id), language).catch(backToList);
    const outcomes = RATED_OUTCOMES.map((value) => ({ value, text: ratedIn(words, value) }));
    const urgencies = URGENCIES.map((value) => ({ value, text: words.codes.urgencies[value] }));
    const blind = presentBlind(view, actor, language, words);
    this.pages.send(request, reply, 'quality/rate.njk', { blind, outcomes, urgencies, ...data });
  }
}

/** @throws whatever is no refusal. */
function refusalOf(error: unknown, words: Words): string {
  if (error instanceof DomainError && error.code === 'second_person_needed') return words.quality.toRate.seen;
  if (error instanceof DomainError && error.code === 'action_not_available') return words.quality.toRate.gone;
  throw error;
}

/** It is not theirs, or is rated: the list tells what is. */
function backToList(error: unknown): never {
  if (error instanceof DomainError && error.code === 'action_not_available') throw new Elsewhere(TO_RATE);
  throw error;
}
