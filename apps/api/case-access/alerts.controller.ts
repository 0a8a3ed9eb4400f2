import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AcknowledgeAlert, ListAlerts } from '#case-access';
import { actorOf } from '../auth/bearer.guard.ts';
import { idOf } from '../service/record.ts';
import { presentAlert, presentAlerts } from './case-access.presenter.ts';
import { AlertsRequest, NoteRequest } from './case-access.request.ts';
import { type AlertResponse, alertResponse, type AlertsResponse, alertsResponse } from './case-access.response.ts';

/** Unusual looks at records, for managers. */
@ApiTags('Access')
@ApiBearerAuth()
@Controller('api/v1/alerts')
export class AlertsController {
  constructor(
    private readonly listAlerts: ListAlerts,
    private readonly acknowledgeAlert: AcknowledgeAlert,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Unusual looks at records, newest first; none about yourself' })
  @ApiResponse({ status: 200, schema: alertsResponse })
  async list(@Req() request: FastifyRequest, @Query() query: AlertsRequest): Promise<AlertsResponse> {
    const asked = { limit: query.limit, state: query.state ?? null, after: query.after ?? null };
    return presentAlerts(await this.listAlerts.execute(actorOf(request), asked));
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that you looked into it, and what you found' })
  @ApiResponse({ status: 200, schema: alertResponse })
  async acknowledge(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() { note }: NoteRequest,
  ): Promise<AlertResponse> {
    return presentAlert(await this.acknowledgeAlert.execute(actorOf(request), idOf(id, 'alert'), note));
  }
}
