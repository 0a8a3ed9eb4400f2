import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { VersionPages } from '../frame/version-pages.ts';
import { presentTable, searchIn } from './table.presenter.ts';

/** The rules of a draft as a table to look through. */
@Controller('rules/:id/edit')
export class TableController {
  constructor(private readonly versions: VersionPages) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    const table = presentTable(open.ruleSet, searchIn(query), open);
    this.versions.send([request, reply], 'rules/edit.njk', open, 'edit', { table });
  }
}
