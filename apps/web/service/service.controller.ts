import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError } from '#domain';
import { Database } from '#platform';
import { ASSETS } from '../pages/design-system.ts';

const A_YEAR = 'public, max-age=31536000, immutable';

/** Style sheet and icon, and whether the process is well. */
@Controller()
export class ServiceController {
  constructor(private readonly database: Database) {}

  @Get('assets/:file')
  asset(@Param('file') file: string, @Res() reply: FastifyReply): void {
    const asset = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    if (asset === undefined) throw new DomainError('not_found', 'There is nothing at this address.');
    void reply.header('Cache-Control', A_YEAR).type(asset.type).send(asset.content);
  }

  @Get('health/live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('health/ready')
  async ready(): Promise<{ status: string }> {
    await this.database.requireSchema();
    return { status: 'ready' };
  }
}
