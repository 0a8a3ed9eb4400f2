import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AssignCases, WorklistViews } from '#decisions';
import { profileOf } from '#nation-packs';
import { Elsewhere } from '../door/elsewhere.ts';
import { wordsOf } from '../door/language.ts';
import { fieldsOf, personAt, textOf } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { cameFrom, readAssignment, readTaken } from './assign.form.ts';
import { presentOutcomes } from './outcome.presenter.ts';
import { listAt } from './worklist.form.ts';

/** What is done from the list: taking cases and giving them to others. */
@Controller('worklist')
export class AssignController {
  constructor(
    private readonly assignCases: AssignCases,
    private readonly views: WorklistViews,
    private readonly pages: Pages,
  ) {}

  @Post('take')
  async take(@Req() request: FastifyRequest): Promise<never> {
    const fields = fieldsOf(request);
    const taken = readTaken(fields);
    const list = listAt(cameFrom(fields));
    if (taken === null) throw new Elsewhere(list);
    const [outcome] = await this.assignCases.execute(personAt(request), [taken], null);
    const notice = outcome?.refusal === null ? 'caseTaken' : 'caseNotTaken';
    throw new Elsewhere(`${list}#case-${taken.caseId}`, notice);
  }

  @Post('assign')
  @HttpCode(200)
  async assign(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = fieldsOf(request);
    const words = wordsOf(request);
    const actor = personAt(request);
    const back = listAt(cameFrom(fields));
    const { command, fault } = readAssignment(fields, words);
    if (command === null) {
      this.pages.send(request, reply.status(422), 'worklist/not-assigned.njk', { fault, back });
      return;
    }
    const { ticked, to } = command;
    const outcomes = await this.assignCases.execute(actor, ticked, to);
    const outcome = presentOutcomes(outcomes, ticked, to, { words, profile: profileOf(actor.authorityId) });
    this.pages.send(request, reply, 'worklist/assigned.njk', { outcome, back });
  }

  @Post('keys')
  async chooseKeys(@Req() request: FastifyRequest): Promise<never> {
    const fields = fieldsOf(request);
    const shortcuts = textOf(fields, 'shortcuts') === 'on';
    await this.views.choose(personAt(request), { shortcuts });
    throw new Elsewhere(listAt(cameFrom(fields)), shortcuts ? 'keysOn' : 'keysOff');
  }
}
