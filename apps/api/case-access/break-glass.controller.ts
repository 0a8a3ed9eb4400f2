import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { BreakGlass, ListBreakGlass, ReviewBreakGlass } from '#case-access';
import { actorOf } from '../auth/bearer.guard.ts';
import { idOf } from '../service/record.ts';
import { presentBreakGlassList, presentGlassBroken } from './case-access.presenter.ts';
import { BreakGlassListRequest, BreakGlassRequest, ReviewRequest } from './case-access.request.ts';
import {
  type BreakGlassListResponse,
  breakGlassListResponse,
  type GlassBrokenResponse,
  glassBrokenResponse,
} from './case-access.response.ts';

/** Opening a restricted record in need, and looking over who did. */
@ApiTags('Restricted records')
@ApiBearerAuth()
@Controller('api/v1/break-glass')
export class BreakGlassController {
  constructor(
    private readonly breakGlass: BreakGlass,
    private readonly listBreakGlass: ListBreakGlass,
    private readonly reviewBreakGlass: ReviewBreakGlass,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Open a restricted record for 30 minutes',
    description: 'Managers are told at once, and one of them reviews it within one working day.',
  })
  @ApiResponse({ status: 201, schema: glassBrokenResponse })
  async open(@Req() request: FastifyRequest, @Body() body: BreakGlassRequest): Promise<GlassBrokenResponse> {
    return presentGlassBroken(
      await this.breakGlass.execute({ actor: actorOf(request), reference: body.reference, reason: body.reason }),
    );
  }

  @Get()
  @ApiOperation({ summary: 'Restricted records that were opened, those to review first' })
  @ApiResponse({ status: 200, schema: breakGlassListResponse })
  async list(@Req() request: FastifyRequest, @Query() query: BreakGlassListRequest): Promise<BreakGlassListResponse> {
    const asked = { limit: query.limit, state: query.state ?? null, after: query.after ?? null };
    return presentBreakGlassList(await this.listBreakGlass.execute(actorOf(request), asked));
  }

  @Post(':id/review')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say whether it was justified; never of your own' })
  @ApiResponse({ status: 204, description: 'Reviewed' })
  async review(@Req() request: FastifyRequest, @Param('id') id: string, @Body() body: ReviewRequest): Promise<void> {
    const { outcome, note } = body;
    await this.reviewBreakGlass.execute({ actor: actorOf(request), id: idOf(id, 'break-glass'), outcome, note });
  }
}
