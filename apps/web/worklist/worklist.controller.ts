import { Controller, Get, Query as QueryOf, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import {
  CountWorklist,
  ListCases,
  seesWholeList,
  type Wall,
  type WorklistPage,
  type WorklistRequest,
  WorklistViews,
} from '#decisions';
import { type Actor, DomainError } from '#domain';
import { profileOf } from '#nation-packs';
import { Elsewhere } from '../door/elsewhere.ts';
import { languageOf, wordsOf } from '../door/language.ts';
import { personAt } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import {
  addressOfList,
  listAt,
  type Query,
  queryOf,
  type WorklistAddress,
  type WorklistFilters,
} from './worklist.form.ts';
import { holderKey, presentWorklist } from './worklist.presenter.ts';

const ROWS = 25;
const CASE_ID = /^[0-9a-f-]{36}$/;

/** The front door's queue: the child to look at first on top. */
@Controller('worklist')
export class WorklistController {
  constructor(
    private readonly listCases: ListCases,
    private readonly countWorklist: CountWorklist,
    private readonly views: WorklistViews,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @QueryOf() query: Query): Promise<void> {
    const actor = personAt(request);
    const address = addressOfList(query);
    const desk = await this.views.of(actor);
    const { defaultQuery, place } = desk.choice;
    if (address.isBare && defaultQuery !== null && defaultQuery !== '') throw new Elsewhere(listAt(defaultQuery));
    const wall = seesWholeList(actor) ? await this.countWorklist.execute(actor) : null;
    const page = await this.pageOf(actor, address, wall);
    const words = wordsOf(request);
    const reader = {
      ...{ actor, words, language: languageOf(request), now: page.asAt },
      profile: profileOf(actor.authorityId),
      mayTake: mayEver(actor, 'case.claim'),
    };
    const view = presentWorklist({ address, page, wall, desk }, reader);
    if (place !== view.here && address.reference === null) await this.views.choose(actor, { place: view.here });
    const faults = address.isBadReference ? { reference: words.worklist.filters.badReference } : {};
    const may = { take: reader.mayTake, assign: mayEver(actor, 'case.assign') };
    this.pages.send(request, reply, 'worklist/worklist.njk', { list: view, may, faults, typed: query });
  }

  /** Where the person was last: the way back from a case. */
  @Get('back')
  async back(@Req() request: FastifyRequest, @QueryOf('case') caseId: unknown): Promise<never> {
    const { choice } = await this.views.of(personAt(request));
    const row = typeof caseId === 'string' && CASE_ID.test(caseId) ? `#case-${caseId}` : '';
    throw new Elsewhere(`${listAt(choice.place ?? choice.defaultQuery ?? '')}${row}`);
  }

  /** A place that is none any more leads to the top of the list. */
  private async pageOf(actor: Actor, address: WorklistAddress, wall: Wall | null): Promise<WorklistPage> {
    const { filters, reference, cursor, isBadReference } = address;
    if (isBadReference) return { cases: [], next: null, previous: null, asAt: new Date() };
    const asked = reference === null ? askedBy(filters, wall) : { ...EVERY_CASE, reference };
    try {
      return await this.listCases.execute({ ...asked, actor, cursor, limit: ROWS });
    } catch (error: unknown) {
      if (cursor === null || !(error instanceof DomainError) || error.code !== 'validation_failed') throw error;
      throw new Elsewhere(listAt(queryOf(filters)));
    }
  }
}

const EVERY_CASE = {
  ...{ queue: null, urgency: null, state: null, area: null, claimed: null, needsInformation: null },
  ...{ overdue: false, holder: null, current: false },
};

/** The filters as the list takes them; a colleague whom nobody knows any more holds nothing. */
function askedBy(filters: WorklistFilters, wall: Wall | null): Omit<WorklistRequest, 'actor' | 'cursor' | 'limit'> {
  const { team: queue, holder: key, needsInformation, ...others } = filters;
  const known = wall?.people.find(({ id }) => holderKey(id) === key);
  const holder = key === null ? null : (known?.id ?? '');
  return { ...others, queue, holder, needsInformation: needsInformation || null, reference: null, current: true };
}
