import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ChallengeTimeline, ReadChallenge } from '#challenges';
import { type Clock, DomainError } from '#domain';
import { CLOCK } from '#platform';
import { Elsewhere } from '../door/elsewhere.ts';
import { languageOf, wordsOf } from '../door/language.ts';
import { fieldsOf, personAt, textOf } from '../door/visit.ts';
import { type Faults, Pages } from '../pages/pages.ts';
import { paceOf, textFaults } from './challenge.form.ts';
import { type ChallengeStanding, challengeStanding, type Step, STEPS } from './challenge.presenter.ts';
import { ChallengeSteps } from './challenge-steps.ts';
import { proseOf } from './prose.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NOTICES = { accept: 'challengeAccepted', escalate: 'challengeMoved', withdraw: 'challengeWithdrawn' } as const;

/** One challenge with all that was said, and the steps of the agency in it. */
@Controller('referrals/:reference/challenges/:challenge')
export class ChallengeController {
  constructor(
    private readonly readChallenge: ReadChallenge,
    private readonly steps: ChallengeSteps,
    private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const timeline = await this.timelineAt(request);
    const standing = this.standing(request, timeline);
    this.pages.send(request, reply, 'partner/challenge.njk', { ...pathsOf(request), challenge: standing });
  }

  @Get(':step')
  async showStep(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('step') given: string,
  ): Promise<void> {
    await this.sendStep(request, reply, stepOf(given), null);
  }

  @Post(':step')
  @HttpCode(200)
  async take(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('step') given: string): Promise<void> {
    const step = stepOf(given);
    const { id, here } = pathsOf(request);
    const words = wordsOf(request);
    const fields = fieldsOf(request);
    const text = proseOf(textOf(fields, 'text'));
    const pace = step === 'escalate' ? paceOf(fields) : { immediateRisk: false, toStage: null };
    const faults = textFaults(text, pace, words);
    if (Object.keys(faults).length > 0) {
      await this.sendStep(request, reply, step, faults);
      return;
    }
    const taken = await this.steps.take(step, { actor: personAt(request), challengeId: id, text, ...pace });
    if (!taken) await this.sendStep(request, reply, step, { text: words.partner.challenging.faults.notOpen });
    else throw new Elsewhere(here, NOTICES[step]);
  }

  private async sendStep(
    request: FastifyRequest,
    reply: FastifyReply,
    step: Step,
    faults: Faults | null,
  ): Promise<void> {
    const { challenge } = await this.timelineAt(request);
    const typed = faults === null ? {} : { typed: fieldsOf(request), faults };
    const data = { ...pathsOf(request), step, stage: challenge.stage, ...typed };
    this.pages.send(request, faults === null ? reply : reply.status(422), 'partner/challenge-step.njk', data);
  }

  private timelineAt(request: FastifyRequest): Promise<ChallengeTimeline> {
    return this.readChallenge.execute(personAt(request), pathsOf(request).id, null);
  }

  private standing(request: FastifyRequest, timeline: ChallengeTimeline): ChallengeStanding {
    const frame = { words: wordsOf(request), language: languageOf(request), now: this.clock.now() };
    return challengeStanding(timeline, frame);
  }
}

function pathsOf(request: FastifyRequest): { readonly id: string; readonly reference: string; readonly here: string } {
  const { challenge = '', reference = '' } = request.params as Record<string, string>;
  if (!UUID.test(challenge)) throw new DomainError('not_found', 'There is no challenge like this for you.');
  return { id: challenge, reference, here: `/referrals/${encodeURIComponent(reference)}/challenges/${challenge}` };
}

function stepOf(given: string): Step {
  const step = STEPS.find((each) => each === given);
  if (step === undefined) throw new DomainError('not_found', 'There is nothing at this address.');
  return step;
}
