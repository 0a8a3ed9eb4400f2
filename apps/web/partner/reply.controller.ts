import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Clock, DomainError } from '#domain';
import { AnswerEnquiry, AskedAgency, DECLINE_REASONS, REPLY_KINDS } from '#enquiries';
import { profileOf } from '#nation-packs';
import { CLOCK } from '#platform';
import { Elsewhere } from '../door/elsewhere.ts';
import { languageOf, wordsOf } from '../door/language.ts';
import { fieldsOf, personAt, visitOf } from '../door/visit.ts';
import { type Faults, Pages } from '../pages/pages.ts';
import { readReply } from './reply.form.ts';
import { signGroups, tickedOf } from './signs.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One question to an agency, and its answer. */
@Controller('enquiries/:enquiry')
export class ReplyController {
  constructor(
    private readonly askedAgency: AskedAgency,
    private readonly answerEnquiry: AnswerEnquiry,
    private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('enquiry') id: string): Promise<void> {
    return this.send(request, reply, idOf(id), null);
  }

  @Post()
  @HttpCode(200)
  async answer(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('enquiry') given: string,
  ): Promise<void> {
    const id = idOf(given);
    const actor = personAt(request);
    const words = wordsOf(request);
    const known = profileOf(actor.authorityId).nationPack.indicators.map((each) => each.id);
    const read = readReply(fieldsOf(request), known, words);
    if ('faults' in read) return this.send(request, reply, id, read.faults);
    try {
      const { state } = await this.answerEnquiry.execute(actor, id, read.value);
      throw new Elsewhere('/enquiries', state === 'declined' ? 'enquiryDeclined' : 'enquiryAnswered');
    } catch (error: unknown) {
      if (!isClosed(error)) throw error;
      this.pages.send(request, reply.status(409), 'partner/closed-enquiry.njk', {
        fault: words.partner.replying.one.faults.closed,
      });
    }
  }

  private async send(request: FastifyRequest, reply: FastifyReply, id: string, faults: Faults | null): Promise<void> {
    const actor = personAt(request);
    try {
      const enquiry = await this.askedAgency.read(actor, id, null);
      const typed = faults === null ? (visitOf(request).held ?? {}) : fieldsOf(request);
      const language = languageOf(request);
      this.pages.send(request, faults === null ? reply : reply.status(422), 'partner/reply.njk', {
        ...{ enquiry, kinds: REPLY_KINDS, reasons: DECLINE_REASONS, groups: signGroups(actor.authorityId, language) },
        isLate: enquiry.dueAt < this.clock.now(),
        ...{ typed, ticked: tickedOf(typed['indicators']) },
        ...(faults === null ? {} : { faults }),
      });
    } catch (error: unknown) {
      this.sendInstead(request, reply, error);
    }
  }

  private sendInstead(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
    if (isClosed(error)) this.pages.send(request, reply, 'partner/closed-enquiry.njk');
    else if (error instanceof DomainError && error.code === 'sharing_agreement_expired') {
      this.pages.send(request, reply.status(403), 'partner/withheld-enquiry.njk');
    } else throw error;
  }
}

function isClosed(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'action_not_available';
}

function idOf(given: string): string {
  if (UUID.test(given)) return given;
  throw new DomainError('not_found', 'There is no enquiry like this for you.');
}
