import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddChronologyEvent, type ChronologyEntry, EVENT_KINDS, ReadChronology } from '#chronology';
import { DomainError } from '#domain';
import { ReadFamily } from '#family';
import type { Exchange } from '../door/late-forms.ts';
import { nameInWords } from '../family/family-summary.presenter.ts';
import type { Answers } from '../records/answers.ts';
import type { Option } from '../records/field.ts';
import type { FormPage } from '../records/form-page.ts';
import { type CaseVisit, RecordDesk } from '../records/record-desk.ts';
import { recordIdOf } from '../records/record-ids.ts';
import { eventForm } from './chronology-forms.ts';
import { typedOf } from './event-typed.ts';

const MOST_EVENTS = 200;

interface Place {
  readonly id: string;
  readonly event: string;
}

interface EventVisit {
  readonly visit: CaseVisit;
  readonly page: FormPage;
}

/** Significant events that people enter, and correct beside what was entered first. */
@Controller('cases/:id/chronology')
export class EventController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly addEvent: AddChronologyEvent,
    private readonly readChronology: ReadChronology,
    private readonly readFamily: ReadFamily,
  ) {}

  @Get('add')
  async showAdd(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { visit, page } = await this.newEvent({ request, reply }, id);
    this.desk.ask(visit, page);
  }

  @Post('add')
  async add(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { visit, page } = await this.newEvent({ request, reply }, id);
    const add = (answers: Answers) => this.addEvent.execute({ ...eventOf(visit, answers), corrects: null });
    await this.desk.act(visit, page, add, { to: `${visit.base}/chronology`, notice: 'eventAdded' });
  }

  @Get(':event/correct')
  async showCorrect(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, page } = await this.correction({ request, reply }, place);
    this.desk.ask(visit, page);
  }

  @Post(':event/correct')
  async correct(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, page } = await this.correction({ request, reply }, place);
    const corrects = recordIdOf(place.event);
    const correct = (answers: Answers) => this.addEvent.execute({ ...eventOf(visit, answers), corrects });
    await this.desk.act(visit, page, correct, { to: `${visit.base}/chronology`, notice: 'eventCorrected' });
  }

  private async newEvent(at: Exchange, id: string): Promise<EventVisit> {
    const visit = await this.desk.beside(at, id);
    return { visit, page: eventForm(visit, await this.childrenOf(visit), null) };
  }

  private async correction(at: Exchange, { id, event }: Place): Promise<EventVisit> {
    const visit = await this.desk.beside(at, id);
    const { entries } = await this.readChronology.execute({
      ...{ actor: visit.actor, caseId: visit.found.id, purpose: null, limit: MOST_EVENTS, order: 'newest_first' },
      ...{ from: null, to: null, categories: ['event'], withSiblings: false, cursor: null },
    });
    const earlier = entries.find((entry: ChronologyEntry) => entry.id === `event:${event}`);
    if (earlier === undefined) throw new DomainError('not_found', 'There is no event like this for you.');
    return { visit, page: eventForm(visit, await this.childrenOf(visit), typedOf(earlier)) };
  }

  /** The children of the same referral, by name. */
  private async childrenOf({ actor, found, words }: CaseVisit): Promise<Option[]> {
    const { members } = await this.readFamily.execute(actor, found.id, null);
    return members.flatMap((member) =>
      member.cases
        .filter(({ referralId }) => referralId === found.referralId)
        .map((own) => ({ value: own.id, text: nameInWords(member, words) })),
    );
  }
}

function eventOf({ actor, found }: CaseVisit, answers: Answers) {
  const children = answers.all('children');
  return {
    ...{ actor, caseId: found.id, date: answers.text('date'), approximate: answers.isTicked('approximate') },
    ...{ kind: answers.oneOf('kind', EVENT_KINDS), text: answers.text('text') },
    ...{
      agencyId: answers.textOrNull('agency'),
      person: answers.textOrNull('person'),
      role: answers.textOrNull('role'),
    },
    children: children.length === 0 ? null : children,
    correctionReason: answers.textOrNull('reason'),
  };
}
