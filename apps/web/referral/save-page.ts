import { Injectable } from '@nestjs/common';
import {
  type Draft,
  type DraftFields,
  faultsOf,
  fieldNamesOf,
  type FormPage,
  membersOf,
  pageAfter,
  type Saved,
  SaveDraft,
  saysDanger,
  SettleDraft,
  withMember,
} from '#drafts';
import { DomainError } from '#domain';
import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import { type FormPlace, pagesAt, pageToSaveAt } from './form-place.ts';
import { marksOf, pageFields } from './page.form.ts';

/** Where a saved page leads: to another one, or back to itself with what is wrong. */
export type Onward = { readonly page: string; readonly notice?: string } | 'faulty' | 'away';

/** Keeps a page of a draft as it was sent, whatever is wrong with it, and says where to go on. */
@Injectable()
export class SavePage {
  constructor(
    private readonly saveDraft: SaveDraft,
    private readonly settle: SettleDraft,
  ) {}

  /** @throws DomainError `not_found` for a page that no form has. */
  async execute(place: FormPlace, pageId: string, sent: FormFields): Promise<Onward> {
    const page = pageToSaveAt(place, pageId);
    if (page === null) throw new DomainError('not_found', 'The form has no page like this.');
    const saved = await this.save(place, page, sent);
    if (saved.draft.ended !== null) return { page: 'check' };
    const [verb = '', subject = ''] = textOf(sent, '_do').split(':');
    switch (verb) {
      case 'later':
        return 'away';
      case 'use':
      case 'drop':
        await this.settle.execute(place.owner, saved.draft.id, subject, verb);
        return { page: page.id };
      case 'remove':
        return { page: page.id };
      default:
        return onwardFrom({ ...place, opened: { ...place.opened, draft: saved.draft } }, page, sent);
    }
  }

  private save({ owner, opened: { draft } }: FormPlace, page: FormPage, sent: FormFields): Promise<Saved> {
    const { base, writer, turn } = marksOf(sent);
    const fields = { ...pageFields(page.controls, sent), ...groupFields(page, draft.content.fields, sent) };
    return this.saveDraft.execute(owner, { id: draft.id, base, writer, turn, page: page.id, fields });
  }
}

/** Where a page leads that was saved to go on. */
function onwardFrom(place: FormPlace, page: FormPage, sent: FormFields): Onward {
  const { content } = place.opened.draft;
  if (hasOthers(page, content)) return { page: page.id, notice: 'alsoWritten' };
  if (faultsOf(page, content.fields).length > 0) return 'faulty';
  if (page.id === 'danger' && saysDanger(content.fields)) return { page: 'danger-now' };
  if (page.group !== null && textOf(sent, 'more') === 'yes') {
    const member = membersOf(content.fields, page.group).at(-1) ?? '1';
    return { page: `${page.group === 'children' ? 'child' : 'adult'}-${member}` };
  }
  return { page: textOf(sent, '_to') === 'check' ? 'check' : pageAfter(pagesAt(place), page.id) };
}

/** Whether something on this page was also written elsewhere, and nobody has settled it. */
function hasOthers({ controls }: FormPage, { others }: Draft['content']): boolean {
  return controls.flatMap(fieldNamesOf).some((name) => others[name] !== undefined);
}

/** A group with the member that was added or taken out; what was typed about the latter stays in the draft, unread. */
function groupFields({ group }: FormPage, fields: DraftFields, sent: FormFields): DraftFields {
  if (group === null) return {};
  const [verb, member] = textOf(sent, '_do').split(':');
  if (verb === 'remove') return { [group]: membersOf(fields, group).filter((each) => each !== member) };
  if (textOf(sent, 'more') === 'yes') return { [group]: withMember(fields, group).members };
  return { [group]: membersOf(fields, group) };
}
