import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { type EnquiryOverride, ReadBasis, SignOverride } from '#enquiries';
import type { Exchange } from '../door/late-forms.ts';
import type { Answers } from '../records/answers.ts';
import type { FactRow } from '../records/form-page.ts';
import { type CaseVisit, RecordDesk } from '../records/record-desk.ts';
import { SIGNATURES, signForm } from './enquiry-forms.ts';

interface Place {
  readonly id: string;
  readonly override: string;
}

/** Where a manager signs that agencies are asked without the family's agreement, or refuses to. */
@Controller('cases/:id/enquiries/overrides/:override/signature')
export class SignatureController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly readBasis: ReadBasis,
    private readonly signOverride: SignOverride,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, made } = await this.overrideAt({ request, reply }, place);
    this.desk.ask(visit, signForm(visit, rowsOf(visit, made)));
  }

  @Post()
  async sign(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, made } = await this.overrideAt({ request, reply }, place);
    const sign = (answers: Answers) => {
      const outcome = answers.oneOf('outcome', SIGNATURES);
      const reason = outcome === 'refused' ? answers.text('reason') : null;
      return this.signOverride.execute({
        actor: visit.actor,
        caseId: visit.found.id,
        overrideId: made.id,
        outcome,
        reason,
      });
    };
    const done = { to: `${visit.base}/enquiries`, notice: 'overrideSigned' } as const;
    await this.desk.act(visit, signForm(visit, rowsOf(visit, made)), sign, done);
  }

  private async overrideAt(
    at: Exchange,
    { id, override }: Place,
  ): Promise<{ visit: CaseVisit; made: EnquiryOverride }> {
    const visit = await this.desk.beside(at, id);
    const { overrides } = await this.readBasis.execute(visit.actor, visit.found.id, null);
    const made = overrides.find((each) => each.id === override);
    if (made === undefined) throw new DomainError('not_found', 'There is no override like this on the case.');
    return { visit, made };
  }
}

function rowsOf({ words }: CaseVisit, made: EnquiryOverride): FactRow[] {
  const { overrideForm: text } = words.enquiries;
  return [
    { key: text.reason, value: words.codes.overrideReasons[made.reason] },
    { key: text.basis, value: words.codes.lawfulGrounds[made.basis] },
    { key: text.statement, value: made.statement },
    { key: words.enquiries.registration, value: `${made.madeByName}, ${made.registration}` },
  ];
}
