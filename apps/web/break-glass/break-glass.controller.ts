import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BreakGlass, LEAST_BREAK_GLASS_REASON } from '#case-access';
import { DomainError } from '#domain';
import { type FormFields, RenewSessionKey } from '#sign-in';
import { Cookies } from '../door/cookies.ts';
import { wordsOf } from '../door/language.ts';
import { fieldsOf, personAt, sessionOf, textOf } from '../door/visit.ts';
import { type Faults, Pages } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';

type BreakGlassWords = Words['breakGlass'];
const MOST_CHARACTERS = 2_000;

/** Opening a restricted record in need, by its reference and with a reason. */
@Controller('break-glass')
export class BreakGlassController {
  constructor(
    private readonly breakGlass: BreakGlass,
    private readonly renewKey: RenewSessionKey,
    private readonly cookies: Cookies,
    private readonly pages: Pages,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.pages.send(request, reply, 'break-glass/break-glass.njk');
  }

  @Post()
  @HttpCode(200)
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const typed = fieldsOf(request);
    const reference = textOf(typed, 'reference').trim().toUpperCase();
    const reason = textOf(typed, 'reason').trim();
    const { breakGlass: words } = wordsOf(request);
    const faults = faultsOf({ reference, reason }, words);
    if (Object.keys(faults).length > 0) {
      this.sendFaults(request, reply, typed, faults);
      return;
    }
    try {
      const opened = await this.breakGlass.execute({ actor: personAt(request), reference, reason });
      const key = await this.renewKey.execute(sessionOf(request));
      if (key !== null) this.cookies.giveSessionKey(reply, key);
      this.pages.send(request, reply, 'break-glass/opened.njk', { opened, reference });
    } catch (error: unknown) {
      this.sendFaults(request, reply, typed, { reference: refusalOf(error, words) });
    }
  }

  private sendFaults(request: FastifyRequest, reply: FastifyReply, typed: FormFields, faults: Faults): void {
    this.pages.send(request, reply.status(422), 'break-glass/break-glass.njk', { typed, faults });
  }
}

function faultsOf({ reference, reason }: { reference: string; reason: string }, words: BreakGlassWords): Faults {
  return {
    ...(/^[\w-]{1,40}$/.test(reference) ? {} : { reference: words.noReference }),
    ...(reason.length < LEAST_BREAK_GLASS_REASON ? { reason: words.shortReason } : {}),
    ...(reason.length > MOST_CHARACTERS ? { reason: words.longReason } : {}),
  };
}

function refusalOf(error: unknown, words: BreakGlassWords): string {
  if (error instanceof DomainError && error.code === 'not_found') return words.unknown;
  if (error instanceof DomainError && error.code === 'already_open') return words.alreadyOpen;
  throw error;
}
