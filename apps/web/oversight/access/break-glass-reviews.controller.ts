import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type BreakGlassState, ListBreakGlass, ReviewBreakGlass } from '#case-access';
import { DomainError } from '#domain';
import { type Query as Asked, textIn } from '../query.ts';
import { Elsewhere } from '../../door/elsewhere.ts';
import { wordsOf } from '../../door/language.ts';
import { fieldsOf, personAt, textOf } from '../../door/visit.ts';
import { Pages } from '../../pages/pages.ts';
import { idAt } from '../ids.ts';
import { readNote } from './note.form.ts';

const PAGE = 20;
const STATES: readonly BreakGlassState[] = ['due', 'overdue', 'reviewed'];
const OUTCOMES = ['justified', 'not_justified'] as const;
const COLOURS: Readonly<Record<BreakGlassState, string>> = { due: 'blue', overdue: 'red', reviewed: 'green' };

/** Restricted records opened in need; a manager who did not open them says whether they had to be. */
@Controller('break-glass-reviews')
export class BreakGlassReviewsController {
  constructor(
    private readonly listBreakGlass: ListBreakGlass,
    private readonly reviewBreakGlass: ReviewBreakGlass,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    await this.send(request, reply, query, {});
  }

  @Post(':opening/review')
  @HttpCode(200)
  async review(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('opening') id: string,
  ): Promise<void> {
    const typed = fieldsOf(request);
    const words = wordsOf(request).access.reviews;
    const outcome = OUTCOMES.find((each) => each === textOf(typed, `outcome-${id}`));
    const note = readNote(typed, id, words);
    if (outcome === undefined || 'faults' in note) {
      const faults = {
        ...(outcome === undefined ? { [`outcome-${id}`]: words.noOutcome } : {}),
        ...('faults' in note ? note.faults : {}),
      };
      await this.send(request, reply.status(422), {}, { typed, faults });
      return;
    }
    try {
      await this.reviewBreakGlass.execute({ actor: personAt(request), id: idAt(id), outcome, note: note.value });
    } catch (error: unknown) {
      await this.send(request, reply.status(422), {}, { typed, faults: { state: refusalOf(error, words) } });
      return;
    }
    throw new Elsewhere('/break-glass-reviews', 'openingReviewed');
  }

  private async send(request: FastifyRequest, reply: FastifyReply, query: Asked, data: object): Promise<void> {
    const actor = personAt(request);
    const state = STATES.find((each) => each === textIn(query, 'state')) ?? null;
    const after = textIn(query, 'after') || null;
    const question = { state, limit: PAGE, after: after === null ? null : idAt(after) };
    const { items, next } = await this.listBreakGlass.execute(actor, question);
    const address = new URLSearchParams({
      ...(state === null ? {} : { state }),
      ...(next === null ? {} : { after: next }),
    });
    this.pages.send(request, reply, 'oversight/break-glass-reviews.njk', {
      openings: items.map((item) => ({ ...item, isOwn: item.openedBy === actor.id, colour: COLOURS[item.state] })),
      states: STATES,
      state: state ?? '',
      nextHref: next === null ? null : `/break-glass-reviews?${address.toString()}`,
      ...data,
    });
  }
}

function refusalOf(error: unknown, words: { readonly own: string; readonly gone: string }): string {
  if (error instanceof DomainError && error.code === 'second_person_needed') return words.own;
  if (error instanceof DomainError && error.code === 'action_not_available') return words.gone;
  throw error;
}
