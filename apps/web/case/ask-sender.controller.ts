import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadHeading } from '#case-access';
import { SendEnquiries } from '#enquiries';
import { fieldsOf } from '../door/visit.ts';
import { readQuestion } from './ask-sender.form.ts';
import { CaseScreen } from './case-screen.ts';

/** Back to the sender for information: an enquiry to the agency that sent the referral, from its page. */
@Controller('cases/:id')
export class AskSenderController {
  constructor(
    private readonly screen: CaseScreen,
    private readonly heading: ReadHeading,
    private readonly sendEnquiries: SendEnquiries,
  ) {}

  @Post('ask-sender')
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const at = { request, reply };
    const read = readQuestion(fieldsOf(request), this.screen.telling(at));
    if ('faults' in read) {
      await this.screen.refuse(at, id, read.faults);
      return;
    }
    await this.screen.act(at, id, {
      form: 'askSender',
      run: async () => {
        const { actor, caseId } = this.screen.requestOf(at, id);
        const { found } = await this.heading.beside(actor, caseId);
        await this.sendEnquiries.execute({ actor, caseId, agencyIds: [found.agencyId], asked: read.asked, share: [] });
        return 'senderAsked';
      },
    });
  }
}
