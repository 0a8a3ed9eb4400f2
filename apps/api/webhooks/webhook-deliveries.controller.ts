import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReadWebhooks, TestWebhook } from '#notifications';
import { actorOf } from '../auth/bearer.guard.ts';
import { webhookIdOf } from './webhook-request.ts';
import { presentDelivery } from './webhook.presenter.ts';
import {
  type DeliveryListResponse,
  deliveryListResponse,
  type DeliveryResponse,
  deliveryResponse,
} from './webhook.response.ts';

/** What a webhook was told, and a message to try it with. */
@ApiTags('Webhooks')
@ApiBearerAuth()
@Controller('api/v1/webhooks/:webhook')
export class WebhookDeliveriesController {
  constructor(
    private readonly webhooks: ReadWebhooks,
    private readonly testWebhook: TestWebhook,
  ) {}

  @Get('deliveries')
  @ApiOperation({ summary: 'The latest 50 messages, what became of each and when it is tried again' })
  @ApiResponse({ status: 200, schema: deliveryListResponse })
  async list(@Req() request: FastifyRequest, @Param('webhook') id: string): Promise<DeliveryListResponse> {
    const deliveries = await this.webhooks.deliveries(actorOf(request), webhookIdOf(id));
    return { deliveries: deliveries.map(presentDelivery) };
  }

  @Post('tests')
  @HttpCode(202)
  @ApiOperation({ summary: 'Have a test message sent; while one waits, it is that one' })
  @ApiResponse({ status: 202, schema: deliveryResponse })
  async test(@Req() request: FastifyRequest, @Param('webhook') id: string): Promise<DeliveryResponse> {
    return presentDelivery(await this.testWebhook.execute(actorOf(request), webhookIdOf(id)));
  }
}
