import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { CHALLENGE_KINDS, CHALLENGE_STATES, ListChallenges, STAGES } from '#challenges';
import type { Clock } from '#domain';
import { CLOCK } from '#platform';
import type { FormFields } from '#sign-in';
import { Elsewhere } from '../door/elsewhere.ts';
import { wordsOf } from '../door/language.ts';
import { personAt, textOf } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { chosenIn } from '../records/chosen-in.ts';
import { type Field, optionsOf } from '../records/field.ts';
import { inputsOf } from '../records/inputs.presenter.ts';
import { readAnswers } from '../records/read-answers.ts';
import type { Words } from '../words/words.ts';
import { challengeLine } from './challenge-lines.presenter.ts';

const PAGE_SIZE = 50;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every disagreement of the authority and where it stands, those that are open first to look at. */
@Controller('challenges')
export class ChallengesController {
  constructor(
    private readonly listChallenges: ListChallenges,
    private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: FormFields): Promise<void> {
    const actor = personAt(request);
    // An agency finds its challenges beside its referrals.
    if (!mayEver(actor, 'case.read')) throw new Elsewhere('/referrals');
    const words = wordsOf(request);
    const now = this.clock.now();
    const typed = { state: 'open', ...query };
    const fields = filterFields(words);
    const { answers } = readAnswers(fields, typed, { words, now });
    const stage = answers.textOrNull('stage');
    const after = textOf(query, 'after');
    const page = await this.listChallenges.execute(actor, {
      kind: answers.oneOrNone('kind', CHALLENGE_KINDS),
      state: answers.oneOrNone('state', CHALLENGE_STATES),
      stage: stage === null ? null : Number(stage),
      overdue: answers.isTicked('overdue'),
      ...{ after: UUID.test(after) ? after : null, limit: PAGE_SIZE },
    });
    const frame = { words, now, authorityId: actor.authorityId };
    this.pages.send(request, reply, 'challenges/challenges.njk', {
      challenges: page.challenges.map((challenge) => challengeLine(challenge, frame)),
      nextHref: page.next === null ? null : nextHref(query, page.next),
      inputs: inputsOf(fields, { typed, faults: {}, words }),
    });
  }
}

function filterFields({ challenges: { filters, kinds, states, stages } }: Words): Field[] {
  const stageOptions = STAGES.map((stage, index) => ({ value: String(index + 1), text: stages[stage] }));
  return [
    {
      kind: 'list',
      name: 'state',
      label: filters.state,
      options: optionsOf(CHALLENGE_STATES, states),
      empty: filters.all,
    },
    { kind: 'list', name: 'kind', label: filters.kind, options: optionsOf(CHALLENGE_KINDS, kinds), empty: filters.all },
    { kind: 'list', name: 'stage', label: filters.stage, options: stageOptions, empty: filters.all },
    { kind: 'tick', name: 'overdue', label: filters.overdue },
  ];
}

function nextHref(query: FormFields, after: string): string {
  const chosen = chosenIn(query, 'after');
  chosen.set('after', after);
  return `/challenges?${chosen.toString()}`;
}
