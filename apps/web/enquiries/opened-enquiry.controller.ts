import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { type EnquiryLine, ListEnquiries, OpenEnquiry, WithdrawEnquiry } from '#enquiries';
import { agencyName } from '#nation-packs';
import type { Exchange } from '../door/late-forms.ts';
import type { Answers } from '../records/answers.ts';
import { type CaseVisit, RecordDesk } from '../records/record-desk.ts';
import { recordIdOf } from '../records/record-ids.ts';
import { withdrawForm } from './enquiry-forms.ts';
import { openedEnquiry } from './opened-enquiry.presenter.ts';

interface Place {
  readonly id: string;
  readonly enquiry: string;
}

/** One enquiry: its reply counts as read by whoever opens it; one that nobody has answered can be withdrawn. */
@Controller('cases/:id/enquiries/:enquiry')
export class OpenedEnquiryController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly openEnquiry: OpenEnquiry,
    private readonly listEnquiries: ListEnquiries,
    private readonly withdrawEnquiry: WithdrawEnquiry,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, place.id);
    const { actor, found, words, language, now } = visit;
    const asked = { actor, caseId: found.id, enquiryId: recordIdOf(place.enquiry), purpose: null };
    const frame = { caseId: found.id, authorityId: found.authorityId, language, now };
    const opened = openedEnquiry(await this.openEnquiry.execute(asked), words, frame);
    this.desk.show(visit, 'enquiries', 'enquiries/enquiry.njk', { opened });
  }

  @Get('withdraw')
  async showWithdraw(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, line } = await this.lineAt({ request, reply }, place);
    this.desk.ask(visit, pageOf(visit, line));
  }

  @Post('withdraw')
  async withdraw(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, line } = await this.lineAt({ request, reply }, place);
    const about = { actor: visit.actor, caseId: visit.found.id, enquiryId: line.enquiry.id };
    const withdraw = (answers: Answers) => this.withdrawEnquiry.execute({ ...about, reason: answers.text('reason') });
    const done = { to: `${visit.base}/enquiries`, notice: 'enquiryWithdrawn' } as const;
    await this.desk.act(visit, pageOf(visit, line), withdraw, done);
  }

  /** Without its reply: to withdraw an enquiry is not to read it. */
  private async lineAt(at: Exchange, { id, enquiry }: Place): Promise<{ visit: CaseVisit; line: EnquiryLine }> {
    const visit = await this.desk.beside(at, id);
    const lines = await this.listEnquiries.execute(visit.actor, visit.found.id, null);
    const line = lines.find((each) => each.enquiry.id === enquiry);
    if (line === undefined) throw new DomainError('not_found', 'There is no enquiry like this for you.');
    return { visit, line };
  }
}

function pageOf(visit: CaseVisit, { enquiry }: EnquiryLine) {
  const agency = agencyName(visit.found.authorityId, enquiry.agencyId);
  return withdrawForm(visit, { agency, href: `${visit.base}/enquiries/${enquiry.id}` });
}
