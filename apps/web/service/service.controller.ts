import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError } from '#domain';
import { Database } from '#platform';
import { ASSET_VERSION, ASSETS, packingFor } from '../pages/assets.ts';

const A_YEAR = 'public, max-age=31536000, immutable';

/** Style sheet, scripts and icon, and whether the process is well. */
@Controller()
export class ServiceController {
  constructor(private readonly database: Database) {}

  @Get('assets/:version/:file')
  asset(
    @Param('version') version: string,
    @Param('file') file: string,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    const asset = version === ASSET_VERSION && Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    if (asset === undefined) throw new DomainError('not_found', 'There is nothing at this address.');
    const packing = packingFor(accepted);
    if (packing !== 'identity') void reply.header('Content-Encoding', packing);
    void reply
      .headers({ 'Cache-Control': A_YEAR, Vary: 'Accept-Encoding' })
      .type(asset.type)
      .send(asset.packed[packing]);
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
