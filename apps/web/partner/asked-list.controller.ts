import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#domain';
import { AskedAgency, ENQUIRY_STATES } from '#enquiries';
import { CLOCK } from '#platform';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';

const MOST = 100;

/** What an agency was asked; nothing of any child. */
@Controller('enquiries')
export class AskedListController {
  constructor(
    private readonly askedAgency: AskedAgency,
    private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('show') show?: string): Promise<void> {
    const state = ENQUIRY_STATES.find((each) => each === show) ?? 'open';
    const now = this.clock.now();
    const lines = await this.askedAgency.list(personAt(request), { state, limit: MOST });
    const enquiries = lines.map((line) => ({ ...line, isLate: line.state === 'open' && line.dueAt < now }));
    this.pages.send(request, reply, 'partner/asked-list.njk', { enquiries, state, states: ENQUIRY_STATES });
  }
}
