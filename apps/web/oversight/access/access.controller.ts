import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FindLooks, ListAccessEvents, ReadHeading } from '#case-access';
import type { Actor, CaseId } from '#domain';
import { type Query as Asked, textIn, veiled, REFERENCE } from '../query.ts';
import { Elsewhere } from '../../door/elsewhere.ts';
import { languageOf, wordsOf } from '../../door/language.ts';
import { personAt } from '../../door/visit.ts';
import { Pages } from '../../pages/pages.ts';
import { sectionLinks } from '../../records/sections.ts';
import { sendCsv } from '../../pages/csv.ts';
import { caseIdAt } from '../ids.ts';
import { lookColumns, lookLines, presentLookers, presentLooks, type Telling } from './access.presenter.ts';

const PAGE = 50;
const FILE_LINES = 5_000;

/** What somebody looked at. People stand in the address under a name that does not lead back to them. */
@Controller('access')
export class AccessController {
  constructor(
    private readonly looks: FindLooks,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const actor = personAt(request);
    const words = wordsOf(request);
    const reference = textIn(query, 'reference').toUpperCase();
    if (reference !== '') {
      const found = REFERENCE.test(reference) ? await this.looks.caseNamed(actor, reference) : null;
      if (found !== null) throw new Elsewhere(`/cases/${found}/access`);
    }
    const people = await this.looks.people(actor);
    const person = people.find(({ id }) => veiled(id) === textIn(query, 'person')) ?? null;
    const faults = reference === '' ? {} : { reference: words.access.log.badReference };
    this.pages.send(request, reference === '' ? reply : reply.status(422), 'oversight/access.njk', {
      people: people.map(({ id, name }) => ({ value: veiled(id), text: name, selected: id === person?.id })),
      typed: { reference: textIn(query, 'reference') },
      faults,
      found: person === null ? null : await this.foundOf(request, actor, person, query),
    });
  }

  @Get('csv')
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const actor = personAt(request);
    const words = wordsOf(request);
    const person = (await this.looks.people(actor)).find(({ id }) => veiled(id) === textIn(query, 'person'));
    if (person === undefined) throw new Elsewhere('/access');
    const asked = { after: null, limit: FILE_LINES };
    const { events, references } = await this.looks.ofPerson(actor, person.id, asked);
    sendCsv(
      reply,
      'access',
      lookColumns(words),
      lookLines(events, { words, language: languageOf(request), references }),
    );
  }

  private async foundOf(
    request: FastifyRequest,
    actor: Actor,
    person: { readonly id: string; readonly name: string },
    query: Asked,
  ) {
    const words = wordsOf(request);
    const after = textIn(query, 'after') || null;
    const { events, next, references } = await this.looks.ofPerson(actor, person.id, { after, limit: PAGE });
    const telling: Telling = { words, language: languageOf(request), references };
    const address = (path: string, more: Record<string, string> = {}): string =>
      `${path}?${new URLSearchParams({ person: veiled(person.id), ...more }).toString()}`;
    return {
      table: presentLooks(events, words.access.log.ofPerson(person.name), telling),
      isEmpty: events.length === 0,
      csvHref: address('/access/csv'),
      nextHref: next === null ? null : address('/access', { after: next }),
      firstHref: after === null ? null : address('/access'),
    };
  }
}

/** Who looked at a case. */
@Controller('cases/:id/access')
export class CaseAccessController {
  constructor(
    private readonly events: ListAccessEvents,
    private readonly heading: ReadHeading,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query() query: Asked,
  ): Promise<void> {
    const words = wordsOf(request);
    const caseId = caseIdAt(id);
    const withLists = textIn(query, 'lists') === 'yes';
    const asked = { after: textIn(query, 'after') || null, limit: PAGE, withLists };
    const { events, next } = await this.events.ofCase(personAt(request), caseId, asked);
    const { found } = await this.heading.beside(personAt(request), caseId);
    const { reference } = found;
    const title = words.access.ofCase.title(reference);
    const telling = { words, language: languageOf(request), references: new Map([[id, reference]]) };
    this.pages.send(request, reply, 'oversight/case-access.njk', {
      ...{ id, title, withLists, isEmpty: events.length === 0, table: presentLookers(events, title, telling) },
      sections: sectionLinks(personAt(request), found, words, 'access'),
      nextHref: next === null ? null : addressOf(caseId, withLists, next),
      firstHref: asked.after === null ? null : addressOf(caseId, withLists, null),
    });
  }

  @Get('csv')
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const words = wordsOf(request);
    const caseId = caseIdAt(id);
    const asked = { after: null, limit: FILE_LINES, withLists: true };
    const { events } = await this.events.ofCase(personAt(request), caseId, asked);
    const { reference } = (await this.heading.beside(personAt(request), caseId)).found;
    const telling = { words, language: languageOf(request), references: new Map([[id, reference]]) };
    sendCsv(reply, `access-${reference}`, lookColumns(words), lookLines(events, telling));
  }
}

function addressOf(id: CaseId, withLists: boolean, after: string | null): string {
  const query = new URLSearchParams({ ...(withLists ? { lists: 'yes' } : {}), ...(after === null ? {} : { after }) });
  return `/cases/${id}/access${query.size === 0 ? '' : `?${query.toString()}`}`;
}
