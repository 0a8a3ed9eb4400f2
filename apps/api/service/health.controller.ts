import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Database } from '#platform';

const status = (value: string) => ({
  type: 'object',
  required: ['status'],
  properties: { status: { type: 'string', enum: [value] } },
});

/** For whatever runs the process: is it alive, can it serve? */
@ApiTags('Service')
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @ApiOperation({ summary: 'The process runs' })
  @ApiResponse({ status: 200, schema: status('live') })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The database answers and its schema is there; 503 otherwise' })
  @ApiResponse({ status: 200, schema: status('ready') })
  async ready(): Promise<{ status: 'ready' }> {
    await this.database.requireSchema();
    return { status: 'ready' };
  }
}
