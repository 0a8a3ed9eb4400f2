import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AGREEMENT_ANSWERS,
  AGREEMENT_SPEAKERS,
  AGREEMENT_WAYS,
  LAWFUL_GROUNDS,
  OVERRIDE_REASONS,
  OverrideAgreement,
  RecordAgreement,
} from '#enquiries';
import type { Answers } from '../records/answers.ts';
import { type CaseVisit, type Done, RecordDesk } from '../records/record-desk.ts';
import { agreementForm, overrideForm } from './enquiry-forms.ts';

/** What allows the front door to ask other agencies: what the family says, or why they are not asked. */
@Controller('cases/:id/enquiries')
export class BasisController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly recordAgreement: RecordAgreement,
    private readonly overrideAgreement: OverrideAgreement,
  ) {}

  @Get('agreement')
  async showAgreement(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, agreementForm(visit));
  }

  @Post('agreement')
  async record(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const record = (answers: Answers) =>
      this.recordAgreement.execute({
        ...{ actor: visit.actor, caseId: visit.found.id, note: answers.textOrNull('note') },
        given: answers.oneOf('given', AGREEMENT_ANSWERS),
        saidBy: answers.someOf('saidBy', AGREEMENT_SPEAKERS),
        how: answers.oneOf('how', AGREEMENT_WAYS),
      });
    await this.desk.act(visit, agreementForm(visit), record, backWith(visit, 'agreementSaved'));
  }

  @Get('override')
  async showOverride(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, overrideForm(visit));
  }

  @Post('override')
  async override(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const record = (answers: Answers) =>
      this.overrideAgreement.execute({
        ...{ actor: visit.actor, caseId: visit.found.id, statement: answers.text('statement') },
        reason: answers.oneOf('reason', OVERRIDE_REASONS),
        basis: answers.oneOf('basis', LAWFUL_GROUNDS),
      });
    await this.desk.act(visit, overrideForm(visit), record, backWith(visit, 'overrideSaved'));
  }
}

function backWith({ base }: CaseVisit, notice: Done['notice']): Done {
  return { to: `${base}/enquiries`, notice };
}
