import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import {
  CONSIDERATION_OUTCOMES,
  ConsiderSibling,
  type FamilyView,
  ReadFamily,
  RecordRelationship,
  RecordResidence,
  type StandingMember,
} from '#family';
import { RELATIONSHIP_KINDS } from '#people';
import type { Answers } from '../records/answers.ts';
import type { Exchange } from '../door/late-forms.ts';
import type { FormPage } from '../records/form-page.ts';
import { type CaseVisit, RecordDesk } from '../records/record-desk.ts';
import { ANSWERS, correctionOf, relationshipForm, residenceForm, siblingForm } from './family-forms.ts';

/** The address of a page about somebody of a family. */
interface Place {
  readonly id: string;
  readonly mention: string;
}

/** Somebody at the page of one person of a family. */
interface MemberVisit {
  readonly visit: CaseVisit;
  readonly view: FamilyView;
  readonly member: StandingMember;
}

/** What is recorded about one person of a family: what they are to the child, where they live, a sibling considered. */
@Controller('cases/:id/family/:mention')
export class MemberController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly readFamily: ReadFamily,
    private readonly recordRelationship: RecordRelationship,
    private readonly recordResidence: RecordResidence,
    private readonly considerSibling: ConsiderSibling,
  ) {}

  @Get('relationship')
  async showRelationship(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() place: Place,
  ): Promise<void> {
    const { visit, view, member } = await this.visit({ request, reply }, place);
    this.desk.ask(visit, relationshipForm(visit, member, view));
  }

  @Post('relationship')
  async relate(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, view, member } = await this.visit({ request, reply }, place);
    const record = (answers: Answers) => {
      const to = answers.text('to');
      return this.recordRelationship.execute({
        ...{ actor: visit.actor, caseId: visit.found.id, reason: answers.text('reason') },
        ...correctionOf(answers.text('replaces'), member, member.relationships),
        kind: answers.oneOf('kind', RELATIONSHIP_KINDS),
        parentalResponsibility: answers.oneOf('responsibility', ANSWERS),
        livesInHousehold: answers.oneOf('household', ANSWERS),
        toId: to === 'all' ? null : to,
      });
    };
    const done = { to: visit.base + '/family', notice: 'relationshipSaved' } as const;
    await this.desk.act(visit, relationshipForm(visit, member, view), record, done);
  }

  @Get('residence')
  async showResidence(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() place: Place,
  ): Promise<void> {
    const { visit, member } = await this.visit({ request, reply }, place);
    this.desk.ask(visit, residenceForm(visit, member));
  }

  @Post('residence')
  async house(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, member } = await this.visit({ request, reply }, place);
    const record = (answers: Answers) =>
      this.recordResidence.execute({
        ...{ actor: visit.actor, caseId: visit.found.id, reason: answers.text('reason') },
        ...correctionOf(answers.text('replaces'), member, member.residences),
        address: addressIn(answers),
        addressSecret: answers.isTicked('secret'),
        since: answers.textOrNull('since'),
        until: answers.textOrNull('until'),
      });
    const done = { to: visit.base + '/family', notice: 'residenceSaved' } as const;
    await this.desk.act(visit, residenceForm(visit, member), record, done);
  }

  @Get('sibling')
  async showSibling(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, page } = await this.siblingVisit({ request, reply }, place);
    this.desk.ask(visit, page);
  }

  @Post('sibling')
  async consider(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, page, member } = await this.siblingVisit({ request, reply }, place);
    const record = (answers: Answers) =>
      this.considerSibling.execute({
        ...{ actor: visit.actor, caseId: visit.found.id, mentionId: member.id, reason: answers.text('reason') },
        outcome: answers.oneOf('outcome', CONSIDERATION_OUTCOMES),
      });
    await this.desk.act(visit, page, record, { to: visit.base + '/family', notice: 'siblingConsidered' });
  }

  private async siblingVisit(at: Exchange, place: Place): Promise<MemberVisit & { page: FormPage }> {
    const found = await this.visit(at, place);
    if (found.member.standing === null) throw nobody();
    return { ...found, page: siblingForm(found.visit, found.member) };
  }

  private async visit(at: Exchange, { id, mention }: Place): Promise<MemberVisit> {
    const visit = await this.desk.beside(at, id);
    const view = await this.readFamily.execute(visit.actor, visit.found.id, null);
    const member = view.members.find(({ id: memberId }) => memberId === mention);
    if (member === undefined) throw nobody();
    return { visit, view, member };
  }
}

function addressIn(answers: Answers) {
  const lines = answers
    .text('lines')
    .split('\n')
    .map((line) => line.trim());
  const address = { lines: lines.filter((line) => line !== '').slice(0, 8), postcode: answers.textOrNull('postcode') };
  return address.lines.length === 0 && address.postcode === null ? null : { ...address, uprn: null };
}

function nobody(): DomainError {
  return new DomainError('not_found', 'There is no person like this for you.');
}
