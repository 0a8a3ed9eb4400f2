import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { faultsOf, type FieldFault, type FormPage, pageAfter, pageBefore, pageIn } from '#drafts';
import { authorityPack } from '#nation-packs';
import { languageOf, wordsOf } from '../door/language.ts';
import { Pages } from '../pages/pages.ts';
import { presentCheck } from './check.presenter.ts';
import { type ControlSource, presentControl } from './control.presenter.ts';
import { pageWords, presentFaults, titleOf } from './faults.presenter.ts';
import { type FormPlace, pagesAt, sourceOf } from './form-place.ts';
import { presentScript } from './script.presenter.ts';

/** Shows the pages of a draft, whoever writes it. */
@Injectable()
export class FormPages {
  constructor(private readonly pages: Pages) {}

  /** @throws DomainError `not_found` for a page that the form does not have as it stands. */
  show(request: FastifyRequest, reply: FastifyReply, place: FormPlace, pageId: string): void {
    this.send(request, reply, place, pageOf(place, pageId), []);
  }

  /** The page again, with what is wrong on it. */
  showFaulty(request: FastifyRequest, reply: FastifyReply, place: FormPlace, pageId: string): void {
    const page = pageOf(place, pageId);
    const faults = faultsOf(page, place.opened.draft.content.fields);
    this.send(request, reply.status(422), place, page, faults);
  }

  /** What to do when somebody is in danger; the draft is kept. */
  showDanger(request: FastifyRequest, reply: FastifyReply, place: FormPlace): void {
    const next = pageAfter(pagesAt(place), 'danger');
    this.pages.send(request, reply, 'referral/danger.njk', { ...this.common(place), next });
  }

  showCheck(request: FastifyRequest, reply: FastifyReply, place: FormPlace): void {
    const source = sourceOf(place, languageOf(request));
    const pages = pagesAt(place);
    const wrong = pages.flatMap((page) => faultsOf(page, place.opened.draft.content.fields));
    const faults = request.method === 'POST' ? presentFaults(wrong, source.words) : {};
    this.pages.send(request, request.method === 'POST' ? reply.status(422) : reply, 'referral/check.njk', {
      ...this.common(place),
      ...presentCheck(pages, source, wrong),
      faults,
      callScript: presentScript(place, 'check', source.words),
      back: `${place.base}/${pageBefore(pages, 'check') ?? ''}`,
    });
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    place: FormPlace,
    page: FormPage,
    wrong: readonly FieldFault[],
  ): void {
    const faults = presentFaults(wrong, wordsOf(request));
    const source = sourceOf(place, languageOf(request), faults);
    const pages = pagesAt(place);
    const before = pageBefore(pages, page.id);
    this.pages.send(request, reply, 'referral/page.njk', {
      ...this.common(place),
      page: {
        id: page.id,
        group: page.group,
        title: titleOf(page, source),
        lead: pageWords(page.key, source.words, source.manner).lead,
      },
      controls: page.controls.map((control) => presentControl(control, source)),
      members: membersIn(page, source),
      faults,
      back: before === null ? null : `${place.base}/${before}`,
      callScript: presentScript(place, page.key, source.words),
      writer: randomUUID(),
      mayCheck: pages.every((each) => faultsOf(each, place.opened.draft.content.fields).length === 0),
    });
  }

  private common({ opened, base }: FormPlace): object {
    const { draft, saveKey, browserKey } = opened;
    const { frontDoor, emergencyDutyTeam } = authorityPack(draft.authorityId);
    return {
      draft,
      saveKey,
      browserKey,
      base,
      frontDoor,
      emergencyDutyTeam,
      isPublic: draft.channel === 'self_referral',
    };
  }
}

/** @throws DomainError `not_found`. */
function pageOf(place: FormPlace, pageId: string): FormPage {
  const page = pageIn(pagesAt(place), pageId);
  if (page === null) throw new DomainError('not_found', 'The form has no page like this.');
  return page;
}

function membersIn({ group }: FormPage, { lists }: ControlSource): { id: string; name: string; page: string }[] {
  if (group === null) return [];
  const kind = group === 'children' ? 'child' : 'adult';
  const names = lists[group === 'children' ? 'sign-children' : 'adults'] ?? {};
  return Object.entries(names).map(([id, name]) => ({ id, name, page: `${kind}-${id}` }));
}
