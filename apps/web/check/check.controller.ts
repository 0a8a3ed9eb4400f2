import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authorityPack, profileOf } from '#nation-packs';
import type { FormFields } from '#sign-in';
import { ABUSE_SIGNS, ADULT_SIGNS, BABY_AGES, CheckThresholds, EARLY_HELP_ANSWERS } from '#triage';
import { languageOf, wordsOf } from '../door/language.ts';
import { fieldsOf, textOf } from '../door/visit.ts';
import { type Faults, Pages } from '../pages/pages.ts';
import { signGroups, tickedOf } from '../partner/signs.ts';
import { readCheck } from './check.form.ts';
import { type CheckResult, checkResult } from './check.presenter.ts';
import { chosenAuthority, servedAuthorities } from './served-authority.ts';

interface Shown {
  readonly typed: FormFields;
  readonly faults: Faults;
  readonly result: CheckResult | null;
}

/**
 * Which level the published thresholds suggest for what somebody thinks of sending. Nothing of it is kept: the answers
 * come with the form, are used for the answer, and are in no address, log or table.
 */
@Controller('check-before-you-send')
export class CheckController {
  constructor(
    private readonly checkThresholds: CheckThresholds,
    private readonly pages: Pages,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('authority') asked?: string): void {
    const authorityId = chosenAuthority(asked);
    if (authorityId === null) this.sendChoice(request, reply);
    else this.send(request, reply, authorityId, { typed: {}, faults: {}, result: null });
  }

  @Post()
  @HttpCode(200)
  async check(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const typed = fieldsOf(request);
    const authorityId = chosenAuthority(textOf(typed, 'authority'));
    if (authorityId === null) {
      this.sendChoice(request, reply);
      return;
    }
    const [words, language] = [wordsOf(request), languageOf(request)];
    const { authority, nationPack } = profileOf(authorityId);
    const choices = {
      areas: authority.areas.map(({ id }) => id),
      indicators: nationPack.indicators.map(({ id }) => id),
    };
    const read = readCheck(typed, choices, words);
    if ('faults' in read) {
      this.send(request, reply.status(422), authorityId, { typed, faults: read.faults, result: null });
      return;
    }
    const checked = await this.checkThresholds.execute(authorityId, read.value, language);
    const result = checkResult(checked, authorityId, words, language);
    this.send(request, reply, authorityId, { typed, faults: {}, result });
  }

  private sendChoice(request: FastifyRequest, reply: FastifyReply): void {
    this.pages.send(request, reply, 'check/authority.njk', {
      ...{ authorities: servedAuthorities(), action: '/check-before-you-send', title: 'title' },
    });
  }

  private send(request: FastifyRequest, reply: FastifyReply, authorityId: string, shown: Shown): void {
    const { areas, frontDoor } = authorityPack(authorityId);
    const { typed } = shown;
    this.pages.send(request, reply, 'check/check.njk', {
      ...{ authorityId, areas, frontDoor, ...shown },
      groups: signGroups(authorityId, languageOf(request)),
      ...{ babyAges: BABY_AGES, abuseSigns: ABUSE_SIGNS, adultSigns: ADULT_SIGNS, helps: EARLY_HELP_ANSWERS },
      ticked: {
        indicators: tickedOf(typed['indicators']),
        abuseSigns: tickedOf(typed['abuseSigns']),
        adults: tickedOf(typed['adults']),
      },
    });
  }
}
