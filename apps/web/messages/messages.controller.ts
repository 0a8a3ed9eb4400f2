import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { CONTACT_WAYS, ListCaseMessages, RecordContact, ReleaseMessage } from '#notifications';
import type { Exchange } from '../door/late-forms.ts';
import type { Answers } from '../records/answers.ts';
import { type CaseVisit, RecordDesk } from '../records/record-desk.ts';
import { contactForm, releaseForm } from './message-forms.ts';
import { isHeld, messagesPage, messageTitle } from './messages.presenter.ts';

interface Place {
  readonly id: string;
  readonly message: string;
}

/** Who was told what about a case, and what waits for somebody to see to it. */
@Controller('cases/:id/messages')
export class MessagesController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly listMessages: ListCaseMessages,
    private readonly releaseMessage: ReleaseMessage,
    private readonly recordContact: RecordContact,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const messages = await this.listMessages.execute(visit.actor, visit.found.id, null);
    this.desk.show(visit, 'messages', 'messages/messages.njk', messagesPage(messages, visit));
  }

  @Get(':message/release')
  async showRelease(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, title } = await this.messageAt({ request, reply }, place);
    this.desk.ask(visit, releaseForm(visit, title));
  }

  @Post(':message/release')
  async release(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, title, question } = await this.messageAt({ request, reply }, place);
    const release = (answers: Answers) => this.releaseMessage.execute(question, answers.text('reason'));
    const done = { to: `${visit.base}/messages`, notice: 'messageReleased' } as const;
    await this.desk.act(visit, releaseForm(visit, title), release, done);
  }

  @Get(':message/contact')
  async showContact(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, title } = await this.messageAt({ request, reply }, place);
    this.desk.ask(visit, contactForm(visit, title));
  }

  @Post(':message/contact')
  async contact(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, title, question } = await this.messageAt({ request, reply }, place);
    const record = (answers: Answers) =>
      this.recordContact.execute(question, answers.oneOf('how', CONTACT_WAYS), answers.text('reason'));
    const done = { to: `${visit.base}/messages`, notice: 'contactRecorded' } as const;
    await this.desk.act(visit, contactForm(visit, title), record, done);
  }

  private async messageAt(at: Exchange, { id, message }: Place) {
    const visit: CaseVisit = await this.desk.beside(at, id);
    const messages = await this.listMessages.execute(visit.actor, visit.found.id, null);
    const found = messages.find((each) => each.id === message);
    if (found === undefined || (at.request.method === 'GET' && !isHeld(found))) {
      throw new DomainError('not_found', 'There is no message that waits for you.');
    }
    const question = { actor: visit.actor, caseId: visit.found.id, deliveryId: found.id };
    return { visit, question, title: messageTitle(found, visit) };
  }
}
