import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, LANGUAGES } from '#domain';
import { Cookies } from './cookies.ts';
import { Elsewhere, ownPath } from './elsewhere.ts';

/** Changes the language of the pages, and leads back. */
@Controller()
export class LanguageController {
  constructor(private readonly cookies: Cookies) {}

  @Get('language/:language')
  choose(
    @Req() _request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('language') given: string,
    @Query('to') to: unknown,
  ): never {
    const language = LANGUAGES.find((each) => each === given);
    if (language === undefined) throw new DomainError('not_found', 'There is nothing at this address.');
    this.cookies.keepLanguage(reply, language);
    throw new Elsewhere(ownPath(to));
  }
}
