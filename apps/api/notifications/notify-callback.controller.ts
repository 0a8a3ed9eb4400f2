import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { HearOfMessage } from '#notifications';

/** Where GOV.UK Notify says that it has news of a message. */
@ApiTags('Service')
@Controller('api/v1/notify-callback')
export class NotifyCallbackController {
  constructor(private readonly hearOfMessage: HearOfMessage) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'For GOV.UK Notify, with the token agreed with it. What it says is asked for again' })
  @ApiBody({ schema: { type: 'object', properties: { reference: { type: 'string' } } } })
  @ApiResponse({ status: 204, description: 'Heard' })
  async hear(@Req() request: FastifyRequest): Promise<void> {
    const { reference = null } = (request.body ?? {}) as { reference?: unknown };
    await this.hearOfMessage.execute(request.headers.authorization, reference);
  }
}
