import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CHALLENGE_GROUNDS, OpenChallenge } from '#challenges';
import { DomainError } from '#domain';
import { nameOf } from '#facts';
import { FollowReferral } from '#intake';
import { Elsewhere } from '../door/elsewhere.ts';
import { wordsOf } from '../door/language.ts';
import { fieldsOf, personAt } from '../door/visit.ts';
import { type Faults, Pages } from '../pages/pages.ts';
import { readOpening } from './challenge.form.ts';

interface ChallengeableCase {
  readonly reference: string;
  readonly name: string | null;
}

/** Where the agency that referred says that it disagrees with a decision. */
@Controller('referrals/:reference/challenge')
export class OpenChallengeController {
  constructor(
    private readonly openChallenge: OpenChallenge,
    private readonly followReferral: FollowReferral,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('reference') reference: string,
  ): Promise<void> {
    this.send(request, reply, reference, await this.decidedCases(request, reference));
  }

  @Post()
  @HttpCode(200)
  async open(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('reference') reference: string,
  ): Promise<void> {
    const cases = await this.decidedCases(request, reference);
    const words = wordsOf(request);
    const read = readOpening(
      fieldsOf(request),
      cases.map((found) => found.reference),
      words,
    );
    if ('faults' in read) {
      this.send(request, reply, reference, cases, read.faults);
      return;
    }
    try {
      const { id } = await this.openChallenge.execute({ actor: personAt(request), reference, ...read.value });
      throw new Elsewhere(`/referrals/${reference}/challenges/${id}`, 'challengeOpened');
    } catch (error: unknown) {
      if (!(error instanceof DomainError) || error.code !== 'action_not_available') throw error;
      this.send(request, reply, reference, cases, { text: words.partner.challenging.faults.notOpen });
    }
  }

  private async decidedCases(request: FastifyRequest, reference: string): Promise<ChallengeableCase[]> {
    const { cases, referral } = await this.followReferral.execute(personAt(request), reference);
    const { children } = referral.document;
    return cases
      .filter(({ status }) => status === 'decided')
      .map((found) => {
        const child = children[found.childIndex];
        return { reference: found.reference, name: child === undefined ? null : nameOf(child) };
      });
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    reference: string,
    cases: readonly ChallengeableCase[],
    faults?: Faults,
  ): void {
    const typed = faults === undefined ? {} : { typed: fieldsOf(request), faults };
    const data = { reference, cases, grounds: CHALLENGE_GROUNDS, ...typed };
    this.pages.send(request, faults === undefined ? reply : reply.status(422), 'partner/open-challenge.njk', data);
  }
}
