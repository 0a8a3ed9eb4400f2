import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcknowledgeAlert, type AlertState, ListAlerts } from '#case-access';
import { DomainError } from '#domain';
import { type Query as Asked, textIn, veiled } from '../query.ts';
import { Elsewhere } from '../../door/elsewhere.ts';
import { wordsOf } from '../../door/language.ts';
import { fieldsOf, personAt } from '../../door/visit.ts';
import { Pages } from '../../pages/pages.ts';
import { idAt } from '../ids.ts';
import { readNote } from './note.form.ts';

const PAGE = 20;
const STATES: readonly AlertState[] = ['open', 'acknowledged'];

/** Unusual looks at records, for managers; what each came to. */
@Controller('alerts')
export class AlertsController {
  constructor(
    private readonly listAlerts: ListAlerts,
    private readonly acknowledgeAlert: AcknowledgeAlert,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    await this.send(request, reply, query, {});
  }

  @Post(':alert/note')
  @HttpCode(200)
  async close(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('alert') id: string): Promise<void> {
    const typed = fieldsOf(request);
    const words = wordsOf(request).access.alerts;
    const read = readNote(typed, id, words);
    if ('faults' in read) {
      await this.send(request, reply.status(422), {}, { typed, faults: read.faults });
      return;
    }
    try {
      await this.acknowledgeAlert.execute(personAt(request), idAt(id), read.value);
    } catch (error: unknown) {
      if (!(error instanceof DomainError) || error.code !== 'action_not_available') throw error;
      await this.send(request, reply.status(422), {}, { typed, faults: { state: words.gone } });
      return;
    }
    throw new Elsewhere('/alerts', 'alertClosed');
  }

  private async send(request: FastifyRequest, reply: FastifyReply, query: Asked, data: object): Promise<void> {
    const asked = textIn(query, 'state');
    const state = asked === 'all' ? null : (STATES.find((each) => each === asked) ?? 'open');
    const after = textIn(query, 'after') || null;
    const question = { state, limit: PAGE, after: after === null ? null : idAt(after) };
    const { alerts, next } = await this.listAlerts.execute(personAt(request), question);
    const address = new URLSearchParams({ state: state ?? 'all', ...(next === null ? {} : { after: next }) });
    this.pages.send(request, reply, 'oversight/alerts.njk', {
      alerts: alerts.map((alert) => ({ ...alert, person: veiled(alert.personId) })),
      state: state ?? 'all',
      nextHref: next === null ? null : `/alerts?${address.toString()}`,
      ...data,
    });
  }
}
