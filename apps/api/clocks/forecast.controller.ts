import { Controller, Get, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Forecast } from '#clocks';
import { actorOf } from '../auth/bearer.guard.ts';
import { type ForecastResponse, forecastResponse } from './clocks.response.ts';
import { presentForecast } from './forecast.presenter.ts';

/** What will run out before anybody gets to it. */
@ApiTags('Clocks')
@ApiBearerAuth()
@Controller('api/v1/forecast')
export class ForecastController {
  constructor(private readonly forecast: Forecast) {}

  @Get()
  @ApiOperation({
    summary: 'Breaches expected today and on the next working day, with an interval and the assumptions',
  })
  @ApiResponse({ status: 200, schema: forecastResponse })
  async read(@Req() request: FastifyRequest): Promise<ForecastResponse> {
    return presentForecast(await this.forecast.execute(actorOf(request)));
  }
}
