import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { ContactPreferences } from '#notifications';
import type { FormFields } from '#sign-in';
import { Elsewhere } from '../door/elsewhere.ts';
import { wordsOf } from '../door/language.ts';
import { fieldsOf, personAt, textOf, visitOf } from '../door/visit.ts';
import { type Faults, Pages } from '../pages/pages.ts';
import { readChoices } from './message-choices.form.ts';
import { presentChoices } from './message-choices.presenter.ts';

/** Where and how soon a person is told. */
@Controller('account/messages')
export class MessageChoicesController {
  constructor(
    private readonly preferences: ContactPreferences,
    private readonly pages: Pages,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send(request, reply, visitOf(request).held ?? {}, {});
  }

  @Post()
  @HttpCode(200)
  async save(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = fieldsOf(request);
    const words = wordsOf(request);
    const read = readChoices(fields, words);
    if ('faults' in read) return this.send(request, reply.status(422), fields, read.faults);
    const version = Number(textOf(fields, 'version')) || 0;
    try {
      await this.preferences.change({ actor: personAt(request), version, ...read.wish });
    } catch (error: unknown) {
      if (!(error instanceof DomainError) || error.code !== 'record_changed') throw error;
      return this.send(request, reply.status(422), fields, { digest: words.noticePages.choices.changed });
    }
    throw new Elsewhere('/account/messages', 'choicesSaved');
  }

  private async send(request: FastifyRequest, reply: FastifyReply, typed: FormFields, faults: Faults): Promise<void> {
    const found = await this.preferences.read(personAt(request));
    const shown = presentChoices(found, typed, wordsOf(request));
    this.pages.send(request, reply, 'notices/message-choices.njk', { shown, faults });
  }
}
