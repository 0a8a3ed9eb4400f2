import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ContactPreferences, Notices } from '#notifications';
import { requireIfMatch } from '#platform';
import { actorOf } from '../auth/bearer.guard.ts';
import { idOf, ifMatch, sendEtag } from '../service/record.ts';
import { presentChoices, presentNotices } from './notifications.presenter.ts';
import { NoticesRequest, NotificationChoices } from './notifications.request.ts';
import {
  type ChoicesResponse,
  choicesResponse,
  type NoticesResponse,
  noticesResponse,
} from './notifications.response.ts';

/** What you are told, and how. */
@ApiTags('Notifications')
@ApiBearerAuth()
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly preferences: ContactPreferences,
    private readonly notices: Notices,
  ) {}

  @Get('notifications')
  @ApiOperation({ summary: 'Where and how soon you are told; addresses masked' })
  @ApiResponse({ status: 200, schema: choicesResponse })
  async choices(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChoicesResponse> {
    const found = await this.preferences.read(actorOf(request));
    sendEtag(reply, found.version);
    return presentChoices(found);
  }

  @Put('notifications')
  @ApiHeader(ifMatch('choices'))
  @ApiOperation({ summary: 'Choose where and how soon you are told; urgent messages always come at once' })
  @ApiResponse({ status: 200, schema: choicesResponse })
  async choose(
    @Req() request: FastifyRequest,
    @Body() { email, mobile, ...rest }: NotificationChoices,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChoicesResponse> {
    const version = requireIfMatch(request.headers['if-match']);
    const { language, digest, dailyAt, quietOwn } = rest;
    const addresses = { email: newAddress(email), mobile: newAddress(mobile) };
    const wish = { ...addresses, language, digest, dailyAt, quietOwn };
    const changed = await this.preferences.change({ actor: actorOf(request), version, ...wish });
    sendEtag(reply, changed.version);
    return presentChoices(changed);
  }

  @Get('notices')
  @ApiOperation({ summary: 'What there is to tell you, unread first' })
  @ApiResponse({ status: 200, schema: noticesResponse })
  async list(@Req() request: FastifyRequest, @Query() query: NoticesRequest): Promise<NoticesResponse> {
    const actor = actorOf(request);
    const page = await this.notices.list(actor, { limit: query.limit, after: query.after ?? null });
    return presentNotices(page, actor.authorityId, query.language);
  }

  @Post('notices/:id/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say that you read a notice' })
  @ApiResponse({ status: 204, description: 'Read' })
  async read(@Req() request: FastifyRequest, @Param('id') id: string): Promise<void> {
    await this.notices.read(actorOf(request), idOf(id, 'notice'));
  }
}

/** Null where nothing was said of it. */
function newAddress(given: string | null | undefined): { to: string | null } | null {
  return given === undefined ? null : { to: given };
}
