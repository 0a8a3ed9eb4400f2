import { Inject, Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import { type Heading, ReadHeading } from '#case-access';
import { type Actor, type Clock, DomainError, type Language } from '#domain';
import { CLOCK } from '#platform';
import type { FormFields } from '#sign-in';
import { Elsewhere, pathOf } from '../door/elsewhere.ts';
import { languageOf, wordsOf } from '../door/language.ts';
import type { Exchange } from '../door/late-forms.ts';
import { fieldsOf, personAt, textOf, visitOf } from '../door/visit.ts';
import { type Faults, Pages } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';
import type { Answers } from './answers.ts';
import type { FormPage } from './form-page.ts';
import { inputsOf } from './inputs.presenter.ts';
import { readAnswers } from './read-answers.ts';
import { caseIdOf } from './record-ids.ts';
import { refusalOf } from './refusals.ts';
import { type SectionId, sectionLinks } from './sections.ts';

/** Somebody at a page below a case. */
export interface CaseVisit extends Heading {
  readonly at: Exchange;
  readonly actor: Actor;
  readonly words: Words;
  readonly language: Language;
  readonly now: Date;
  /** `/cases/<id>` */
  readonly base: string;
}

/** Where to go once it is saved, and what to say there. */
export interface Done {
  readonly to: string;
  readonly notice: keyof Words['notices'];
}

/** What somebody asks for with a form: the answers, and the version of the case that the form was shown for. */
export type Change<Result = unknown> = (answers: Answers, version: number) => Promise<Result>;

/** Shows the pages below a case and takes their forms: what was typed is never lost, whatever is refused. */
@Injectable()
export class RecordDesk {
  constructor(
    private readonly heading: ReadHeading,
    private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** At a page of which another use case records the look. */
  async beside(at: Exchange, id: string): Promise<CaseVisit> {
    return this.visit(at, await this.heading.beside(personAt(at.request), caseIdOf(id)));
  }

  /** At a page that shows nothing but the heading of the case. */
  async open(at: Exchange, id: string): Promise<CaseVisit> {
    return this.visit(at, await this.heading.execute(personAt(at.request), caseIdOf(id)));
  }

  show(visit: CaseVisit, section: SectionId, view: string, data: object = {}): void {
    const { at, actor, found, words } = visit;
    const sections = sectionLinks(actor, found, words, section);
    this.pages.send(at.request, at.reply, view, { record: recordOf(visit), sections, ...data });
  }

  ask(visit: CaseVisit, page: FormPage): void {
    requireAllowed(visit, page);
    const { held } = visitOf(visit.at.request);
    this.sendForm(visit, page, { typed: held ?? page.defaults ?? {}, faults: {} });
  }

  /** @throws Elsewhere once it is saved. */
  async act(visit: CaseVisit, page: FormPage, change: Change, done: Done): Promise<void> {
    const taken = await this.take(visit, page, change);
    if (taken !== null) throw new Elsewhere(done.to, done.notice);
  }

  /** What came of it; `null` where the form was shown again with what is wrong. */
  async take<Result>(visit: CaseVisit, page: FormPage, change: Change<Result>): Promise<{ result: Result } | null> {
    requireAllowed(visit, page);
    const typed = fieldsOf(visit.at.request);
    const { answers, faults } = readAnswers(page.fields, typed, visit);
    if (Object.keys(faults).length > 0) {
      this.refuse(visit, page, { typed, faults, status: 422 });
      return null;
    }
    try {
      return { result: await change(answers, Number(textOf(typed, 'version'))) };
    } catch (error: unknown) {
      const refusal = refusalOf(error, page, visit.words);
      if (refusal === null) throw error;
      this.refuse(visit, page, { typed, ...refusal });
      return null;
    }
  }

  private refuse(visit: CaseVisit, page: FormPage, of: { typed: FormFields; faults: Faults; status: number }): void {
    void visit.at.reply.status(of.status);
    this.sendForm(visit, page, of);
  }

  /** With the version of now: after a conflict the person reads what was changed, and sends again. */
  private sendForm(visit: CaseVisit, page: FormPage, of: { typed: FormFields; faults: Faults }): void {
    const { words, found } = visit;
    const inputs = inputsOf(page.fields, { ...of, words });
    this.show(visit, page.section, 'records/form.njk', {
      ...{ page, inputs, faults: of.faults, version: page.version ?? found.version },
      action: pathOf(visit.at.request),
    });
  }

  private visit(at: Exchange, heading: Heading): CaseVisit {
    const { request } = at;
    return {
      ...heading,
      at,
      actor: personAt(request),
      words: wordsOf(request),
      language: languageOf(request),
      now: this.clock.now(),
      base: `/cases/${heading.found.id}`,
    };
  }
}

function recordOf({ found, base, words }: CaseVisit): object {
  const { childName, childDateOfBirth, reference, restricted, claimedByName, urgency, state } = found;
  const name = childName ?? words.records.noChildName;
  return {
    ...{ name, born: childDateOfBirth, reference, restricted, holder: claimedByName, href: base },
    urgency: words.codes.urgencies[urgency ?? 'not_triaged'],
    state: words.codes.caseStates[state],
  };
}

function requireAllowed({ actor, found }: CaseVisit, { needs }: FormPage): void {
  if (mayDo(actor, needs, found) === 'allowed') return;
  throw new DomainError('not_allowed', 'Your role does not allow this.');
}
