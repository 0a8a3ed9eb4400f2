import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayDo } from '#access-policy';
import { SETTLED_STATES } from '#domain';
import { IDENTIFYING_DETAILS, ListEnquiries, ReadBasis, SendEnquiries } from '#enquiries';
import type { Answers } from '../records/answers.ts';
import { type CaseVisit, RecordDesk } from '../records/record-desk.ts';
import { askableOptions } from './askable.ts';
import { basisPage } from './basis.presenter.ts';
import { askForm } from './enquiry-forms.ts';
import { enquirySummary } from './enquiry-summary.presenter.ts';

/** What the front door asks other agencies about a child, and what allows it. */
@Controller('cases/:id/enquiries')
export class EnquiriesController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly listEnquiries: ListEnquiries,
    private readonly readBasis: ReadBasis,
    private readonly sendEnquiries: SendEnquiries,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const { actor, found, words, now } = visit;
    const lines = await this.listEnquiries.execute(actor, found.id, null);
    const basis = basisPage(await this.readBasis.execute(actor, found.id, null), found, { actor, words });
    const enquiries = enquirySummary(lines, words, { caseId: found.id, authorityId: found.authorityId, now });
    const mayAsk = basis.isAllowed && mayDo(actor, 'enquiry.send', found) === 'allowed' && isUndecided(visit);
    this.desk.show(visit, 'enquiries', 'enquiries/enquiries.njk', { basis, enquiries, mayAsk });
  }

  @Get('ask')
  async showAsk(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, askPage(visit));
  }

  @Post('ask')
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const send = (answers: Answers) =>
      this.sendEnquiries.execute({
        ...{ actor: visit.actor, caseId: visit.found.id, asked: answers.text('asked') },
        agencyIds: answers.all('agencies'),
        share: answers.someOf('share', IDENTIFYING_DETAILS),
      });
    await this.desk.act(visit, askPage(visit), send, { to: `${visit.base}/enquiries`, notice: 'enquiriesSent' });
  }
}

function isUndecided({ found }: CaseVisit): boolean {
  return !SETTLED_STATES.includes(found.state);
}

function askPage(visit: CaseVisit) {
  const page = askForm(visit, askableOptions(visit.found.authorityId, visit.now));
  return isUndecided(visit)
    ? page
    : {
        ...page,
        refusals: { ...page.refusals, action_not_available: visit.words.records.refusals.action_not_available },
      };
}
