import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ListCaseMessages, RecordContact, ReleaseMessage } from '#notifications';
import { actorOf } from '../auth/bearer.guard.ts';
import { ACCESS_PURPOSE_HEADER, purposeOf } from '../case-access/purpose.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { idOf } from '../service/record.ts';
import { presentCaseMessages } from './notifications.presenter.ts';
import { ContactRequest, ReleaseRequest } from './notifications.request.ts';
import { type CaseMessagesResponse, caseMessagesResponse } from './notifications.response.ts';

/** Who was told what about a case. */
@ApiTags('Notifications')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/messages')
export class CaseMessagesController {
  constructor(
    private readonly listMessages: ListCaseMessages,
    private readonly releaseMessage: ReleaseMessage,
    private readonly recordContact: RecordContact,
  ) {}

  @Get()
  @ApiHeader(ACCESS_PURPOSE_HEADER)
  @ApiOperation({ summary: 'Who was told what about a case and its referral, and whether it reached them' })
  @ApiResponse({ status: 200, schema: caseMessagesResponse })
  async list(@Req() request: FastifyRequest, @Param('id') id: string): Promise<CaseMessagesResponse> {
    const actor = actorOf(request);
    const messages = await this.listMessages.execute(actor, caseIdOf(id), purposeOf(request));
    return presentCaseMessages(messages, actor.authorityId);
  }

  @Post(':delivery/release')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Send a message that was withheld, once you know that it is safe; or one that failed, again',
  })
  @ApiResponse({ status: 204, description: 'It goes out' })
  async release(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('delivery') delivery: string,
    @Body() { reason }: ReleaseRequest,
  ): Promise<void> {
    await this.releaseMessage.execute(questionOf(request, id, delivery), reason);
  }

  @Post(':delivery/contact')
  @HttpCode(204)
  @ApiOperation({ summary: 'Record that you told the recipient in another way' })
  @ApiResponse({ status: 204, description: 'Recorded' })
  async contact(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('delivery') delivery: string,
    @Body() { how, reason }: ContactRequest,
  ): Promise<void> {
    await this.recordContact.execute(questionOf(request, id, delivery), how, reason);
  }
}

function questionOf(request: FastifyRequest, id: string, delivery: string) {
  return { actor: actorOf(request), caseId: caseIdOf(id), deliveryId: idOf<string>(delivery, 'message') };
}
