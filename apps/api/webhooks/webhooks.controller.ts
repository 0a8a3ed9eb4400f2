import { Body, Controller, Delete, Get, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ChangeWebhook,
  ReadWebhooks,
  RegisterWebhook,
  RemoveWebhook,
  RotateSecret,
  type Webhook,
} from '#notifications';
import { actorOf } from '../auth/bearer.guard.ts';
import { ifMatch, sendEtag } from '../service/record.ts';
import { webhookIdOf, webhookRequestOf } from './webhook-request.ts';
import { presentWebhook } from './webhook.presenter.ts';
import { WebhookChangeBody, WebhookRequestBody } from './webhook.request.ts';
import {
  type WebhookListResponse,
  webhookListResponse,
  type WebhookResponse,
  webhookResponse,
  type WebhookWithSecretResponse,
  webhookWithSecretResponse,
} from './webhook.response.ts';

/** Where an agency wants to be told about its own referrals. */
@ApiTags('Webhooks')
@ApiBearerAuth()
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: ReadWebhooks,
    private readonly registerWebhook: RegisterWebhook,
    private readonly changeWebhook: ChangeWebhook,
    private readonly removeWebhook: RemoveWebhook,
    private readonly rotateSecret: RotateSecret,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Your agency’s webhooks' })
  @ApiResponse({ status: 200, schema: webhookListResponse })
  async list(@Req() request: FastifyRequest): Promise<WebhookListResponse> {
    return { webhooks: (await this.webhooks.all(actorOf(request))).map(presentWebhook) };
  }

  @Post()
  @ApiOperation({ summary: 'Register an address at which your agency is told; at most five' })
  @ApiResponse({ status: 201, schema: webhookWithSecretResponse })
  async register(
    @Req() request: FastifyRequest,
    @Body() { url, events }: WebhookRequestBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookWithSecretResponse> {
    const { webhook, secret } = await this.registerWebhook.execute({ actor: actorOf(request), url, events });
    return { ...presented(webhook, reply), secret };
  }

  @Get(':webhook')
  @ApiOperation({ summary: 'One webhook, and whether it works' })
  @ApiResponse({ status: 200, schema: webhookResponse })
  async read(
    @Req() request: FastifyRequest,
    @Param('webhook') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookResponse> {
    return presented(await this.webhooks.one(actorOf(request), webhookIdOf(id)), reply);
  }

  @Patch(':webhook')
  @ApiHeader(ifMatch('webhook'))
  @ApiOperation({ summary: 'Change its address or events, disable or enable it' })
  @ApiResponse({ status: 200, schema: webhookResponse })
  async change(
    @Req() request: FastifyRequest,
    @Param('webhook') id: string,
    @Body() { url, events, enabled }: WebhookChangeBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookResponse> {
    const change = { url: url ?? null, events: events ?? null, enabled: enabled ?? null };
    return presented(await this.changeWebhook.execute({ ...webhookRequestOf(request, id), ...change }), reply);
  }

  @Delete(':webhook')
  @ApiHeader(ifMatch('webhook'))
  @ApiOperation({ summary: 'Remove it with its secrets' })
  @ApiResponse({ status: 200, schema: webhookResponse })
  async remove(@Req() request: FastifyRequest, @Param('webhook') id: string): Promise<WebhookResponse> {
    return presentWebhook(await this.removeWebhook.execute(webhookRequestOf(request, id)));
  }

  @Post(':webhook/secret')
  @ApiHeader(ifMatch('webhook'))
  @ApiOperation({ summary: 'Have a new secret; the one before signs beside it for 24 hours' })
  @ApiResponse({ status: 201, schema: webhookWithSecretResponse })
  async rotate(
    @Req() request: FastifyRequest,
    @Param('webhook') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookWithSecretResponse> {
    const { webhook, secret } = await this.rotateSecret.execute(webhookRequestOf(request, id));
    return { ...presented(webhook, reply), secret };
  }
}

function presented(webhook: Webhook, reply: FastifyReply): WebhookResponse {
  sendEtag(reply, webhook.version);
  return presentWebhook(webhook);
}
