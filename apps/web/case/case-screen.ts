import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_PURPOSES, type AccessPurpose, mayEver } from '#access-policy';
import { type CaseRequest } from '#case-access';
import { type CasePage, ReadCasePage } from '#decisions';
import { type Clock, DomainError } from '#domain';
import { profileOf } from '#nation-packs';
import { CLOCK } from '#platform';
import { Elsewhere } from '../door/elsewhere.ts';
import { languageOf, wordsOf } from '../door/language.ts';
import type { Exchange } from '../door/late-forms.ts';
import { fieldsOf, personAt, textOf, visitOf } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';
import { caseIdOf } from '../records/record-ids.ts';
import type { Words } from '../words/words.ts';
import { presentCase } from './case.presenter.ts';
import { changesSince, isOtherProposal } from './changes.presenter.ts';
import type { Typed } from './filling.ts';
import { type CaseForm, type Refusal, refusalOf } from './refusals.ts';
import type { Telling } from './telling.ts';

/** What a form of the page does, and where it came from. */
export interface CaseChange {
  readonly form: CaseForm;
  /** Does it; resolves to what to say afterwards. */
  readonly run: () => Promise<keyof Words['notices']>;
}

/** The page of one case: shows it, and takes its forms so that nothing that was typed is lost, whatever is refused. */
@Injectable()
export class CaseScreen {
  constructor(
    private readonly readPage: ReadCasePage,
    private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  telling({ request }: Exchange): Telling {
    const actor = personAt(request);
    return {
      words: wordsOf(request),
      language: languageOf(request),
      now: this.clock.now(),
      actor,
      authority: profileOf(actor.authorityId),
    };
  }

  /** Who changes which case, in the version that the form was shown for. */
  requestOf({ request }: Exchange, id: string): CaseRequest {
    const version = Number(textOf(fieldsOf(request), 'version'));
    return { actor: personAt(request), caseId: caseIdOf(id), version };
  }

  /** Shows the case, or says that there is none here for this person. */
  async show(at: Exchange, id: string, view = 'case/case.njk', purpose: AccessPurpose | null = null): Promise<void> {
    try {
      const page = await this.read(at, id, purpose);
      this.send(at, page, { typed: visitOf(at.request).held ?? {}, faults: {} }, { view, purpose });
    } catch (error: unknown) {
      if (!(error instanceof DomainError) || error.code !== 'not_found') throw error;
      const mayBreakGlass = mayEver(personAt(at.request), 'record.break_glass');
      this.pages.send(at.request, at.reply.status(404), 'case/not-found.njk', { mayBreakGlass });
    }
  }

  /** Shows the case again with what was typed and what is wrong with it. */
  async refuse(at: Exchange, id: string, faults: Typed['faults']): Promise<void> {
    const page = await this.read(at, id, null);
    void at.reply.status(422);
    this.send(at, page, { typed: fieldsOf(at.request), faults });
  }

  /** @throws Elsewhere once it is done. */
  async act(at: Exchange, id: string, { form, run }: CaseChange): Promise<void> {
    let notice: keyof Words['notices'];
    try {
      notice = await run();
    } catch (error: unknown) {
      const refusal = error instanceof DomainError ? refusalOf(error, form, wordsOf(at.request)) : null;
      if (refusal === null) throw error;
      await this.sendRefusal(at, id, refusal);
      return;
    }
    throw new Elsewhere(`/cases/${caseIdOf(id)}`, notice);
  }

  /** Says what changed. Whoever had accepted another proposal chooses again: nobody accepts what they have not read. */
  private async sendRefusal(at: Exchange, id: string, { status, faults, isChanged }: Refusal): Promise<void> {
    const page = await this.read(at, id, null);
    const telling = this.telling(at);
    const typed = fieldsOf(at.request);
    const seen = textOf(typed, 'seen');
    const { found } = page.detail;
    void at.reply.status(status);
    const isStale = isChanged && textOf(typed, 'choice') === 'accept' && isOtherProposal(seen, found);
    const choose = telling.words.casePage.act.changed.choose;
    const again = isStale
      ? { typed: { ...typed, choice: '' }, faults: { choice: choose, ...faults } }
      : { typed, faults };
    this.send(at, page, again, { changes: isChanged ? changesSince(seen, found, telling) : [] });
  }

  private read({ request }: Exchange, id: string, purpose: AccessPurpose | null): Promise<CasePage> {
    return this.readPage.execute({
      actor: personAt(request),
      caseId: caseIdOf(id),
      language: languageOf(request),
      purpose,
    });
  }

  private send(at: Exchange, page: CasePage, typed: Typed, how: How = {}): void {
    const { view = 'case/case.njk', changes = [], purpose = null } = how;
    const telling = this.telling(at);
    const shown = { page: presentCase(page, typed, telling), changes, purpose, purposes: ACCESS_PURPOSES };
    this.pages.send(at.request, at.reply, view, { ...typed, ...shown, now: telling.now });
  }
}

interface How {
  readonly view?: string;
  readonly changes?: readonly string[];
  readonly purpose?: AccessPurpose | null;
}
