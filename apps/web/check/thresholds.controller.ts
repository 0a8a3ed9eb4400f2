import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authorityPack } from '#nation-packs';
import { PublishThresholds } from '#rule-sets';
import { languageOf } from '../door/language.ts';
import { ownMarkup } from '../pages/markup.ts';
import { Pages } from '../pages/pages.ts';
import { chosenAuthority, servedAuthorities } from './served-authority.ts';

/** The published threshold document, written from the rules in force. */
@Controller('thresholds')
export class ThresholdsController {
  constructor(
    private readonly publishThresholds: PublishThresholds,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('authority') asked?: string,
    @Query('area') askedArea?: string,
  ): Promise<void> {
    const authorityId = chosenAuthority(asked);
    if (authorityId === null) {
      this.pages.send(request, reply, 'check/authority.njk', {
        ...{ authorities: servedAuthorities(), action: '/thresholds', title: 'thresholds' },
      });
      return;
    }
    const { areas } = authorityPack(authorityId);
    const area = areas.find(({ id }) => id === askedArea)?.id ?? null;
    const wanted = { authorityId, area, format: 'fragment', language: languageOf(request) } as const;
    const document = ownMarkup(await this.publishThresholds.execute(wanted));
    this.pages.send(request, reply, 'check/thresholds.njk', { document, authorityId, areas, area });
  }
}
