import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { type Activation, afterRollBack, ReadRuleSets, RollBack } from '#rule-sets';
import type { FormFields } from '#sign-in';
import { Elsewhere } from '../../door/elsewhere.ts';
import { fieldsOf, visitOf } from '../../door/visit.ts';
import type { Faults } from '../../pages/pages.ts';
import { scopeName } from '../areas.ts';
import { readReason } from '../draft/draft.form.ts';
import { refusalOf } from '../frame/refusal.ts';
import { type OpenVersion, VersionPages, withFaults } from '../frame/version-pages.ts';
import { activationIdOf } from '../rules-ids.ts';
import { presentRollBack } from './activation.presenter.ts';
import { Today } from './today.ts';

/** Rolls back in one step, or cancels what has not begun, after showing what it changes. */
@Controller('rules/:id/activations/:activation/roll-back')
export class RollBackController {
  constructor(
    private readonly versions: VersionPages,
    private readonly ruleSets: ReadRuleSets,
    private readonly rollBack: RollBack,
    private readonly today: Today,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('activation') activation: string,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    await this.send([request, reply], open, activationIn(open, activation), { typed: visitOf(request).held ?? {} });
  }

  @Post()
  @HttpCode(200)
  async withdraw(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('activation') activation: string,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    const found = activationIn(open, activation);
    const typed = fieldsOf(request);
    const read = readReason(typed, open.words.rules.force.rollBack.fault);
    if ('faults' in read) return this.send([request, reply], open, found, { typed, faults: read.faults });
    try {
      await this.rollBack.execute(open.actor, found.id, read.value);
    } catch (error: unknown) {
      return this.send([request, reply], open, found, { typed, faults: refusalOf(error, open.words) });
    }
    throw new Elsewhere(`/rules/${id}/activate`, 'ruleSetRolledBack');
  }

  private async send(
    at: readonly [FastifyRequest, FastifyReply],
    open: OpenVersion,
    { id, area, fromDate, withdrawnAt }: Activation,
    { typed, faults = {} }: { typed: FormFields; faults?: Faults },
  ): Promise<void> {
    const { actor, areas, words } = open;
    const { versions, inForce } = await this.ruleSets.all(actor);
    const today = this.today.day();
    const there = inForce.map((one) => one.area);
    const lines = presentRollBack(inForce, afterRollBack(versions, id, there, today), areas, words);
    const shown = { id, area: scopeName(areas, area, words), fromDate, isWaiting: fromDate > today };
    withFaults(at[1], faults);
    const data = { lines, activation: shown, isDone: withdrawnAt !== null, typed, faults };
    this.versions.send(at, 'rules/roll-back.njk', open, 'activate', data);
  }
}

function activationIn({ standing }: OpenVersion, given: string): Activation {
  const id = activationIdOf(given);
  const found = standing.activations.find((one) => one.id === id);
  if (found === undefined) throw new DomainError('not_found', 'The version was not put in force like this.');
  return found;
}
