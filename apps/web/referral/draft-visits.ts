import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Action, mayEver } from '#access-policy';
import { DomainError } from '#domain';
import { type DraftChannel, ReadDraft } from '#drafts';
import { Elsewhere, signInFor } from '../door/elsewhere.ts';
import { fieldsOf, personAt, visitOf } from '../door/visit.ts';
import { FormPages } from './form-pages.ts';
import type { FormPlace } from './form-place.ts';
import { SaveByKey } from './save-by-key.ts';
import { SavePage } from './save-page.ts';

/** Where the drafts of a form stand, and who may write them. */
export interface DraftHome {
  readonly channel: DraftChannel;
  /** Address of its drafts. */
  readonly drafts: string;
  /** Where somebody goes who stops. */
  readonly start: string;
  readonly needs: Action;
}

/** One page of one draft. */
export interface PageAt {
  readonly draft: string;
  readonly page: string;
}

/** Shows and saves the pages of a signed-in person's drafts. */
@Injectable()
export class DraftVisits {
  constructor(
    private readonly formPages: FormPages,
    private readonly readDraft: ReadDraft,
    private readonly savePage: SavePage,
    private readonly saveByKey: SaveByKey,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, home: DraftHome, at: PageAt): Promise<void> {
    const place = await this.open(request, home, at.draft);
    if (place.opened.draft.ended !== null) throw new Elsewhere(`${place.base}/check`);
    if (at.page === 'danger-now') this.formPages.showDanger(request, reply, place);
    else this.formPages.show(request, reply, place, at.page);
  }

  async save(request: FastifyRequest, reply: FastifyReply, home: DraftHome, at: PageAt): Promise<void> {
    const sent = fieldsOf(request);
    if (visitOf(request).session === null) {
      // What was typed is in the draft before anybody is asked to sign in.
      await this.saveByKey.execute(at.draft, at.page, sent);
      throw signInFor(`${home.drafts}/${encodeURIComponent(at.draft)}/${encodeURIComponent(at.page)}`);
    }
    const place = await this.open(request, home, at.draft);
    this.saveByKey.require(place, sent);
    const onward = await this.savePage.execute(place, at.page, sent);
    if (onward === 'away') throw new Elsewhere(home.start, 'draftKept');
    if (onward !== 'faulty') throw new Elsewhere(`${place.base}/${onward.page}`, onward.notice ?? null);
    this.formPages.showFaulty(request, reply, await this.open(request, home, at.draft), at.page);
  }

  /** @throws DomainError `not_found`, also for a draft of another form; `not_allowed`. */
  async open(request: FastifyRequest, { channel, drafts, needs }: DraftHome, id: string): Promise<FormPlace> {
    const person = personAt(request);
    if (!mayEver(person, needs)) throw new DomainError('not_allowed', 'Your role does not allow this.');
    const opened = await this.readDraft.execute(person, id);
    if (opened.draft.channel !== channel) throw new DomainError('not_found', 'There is no draft like this for you.');
    return { owner: person, opened, base: `${drafts}/${opened.draft.id}` };
  }
}
