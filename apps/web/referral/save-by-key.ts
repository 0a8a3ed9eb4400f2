import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError } from '#domain';
import { DraftKeys, ReadDraft, type Saved, SaveDraft } from '#drafts';
import { CLOCK } from '#platform';
import type { FormFields } from '#sign-in';
import { type FormPlace, pageToSaveAt } from './form-place.ts';
import { marksOf, pageFields } from './page.form.ts';
import { textOf } from '../door/visit.ts';

/** Saves what an open page sends by the key that the page carries, with a session or without. */
@Injectable()
export class SaveByKey {
  constructor(
    private readonly keys: DraftKeys,
    private readonly readDraft: ReadDraft,
    private readonly saveDraft: SaveDraft,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `null` when the key is none of this draft's, or over. */
  async execute(id: string, pageId: string, sent: FormFields): Promise<Saved | null> {
    const { saveKey, ...marks } = marksOf(sent);
    const owner = this.keys.ownerOf(saveKey, id, this.clock.now());
    if (owner === null) return null;
    const opened = await this.readDraft.execute(owner, id);
    const page = pageToSaveAt({ opened }, pageId);
    if (page === null) return { draft: opened.draft, conflicts: [] };
    const fields = pageFields(page.controls, sent);
    return this.saveDraft.execute(owner, { id, ...marks, page: pageId, fields });
  }

  /** As `execute`, for a draft that the page itself names. */
  async executeForPage(pageId: string, sent: FormFields): Promise<void> {
    await this.execute(textOf(sent, '_draft'), pageId, sent);
  }

  /**
   * A form counts only when it comes from a page that was made for this person's draft.
   * @throws DomainError `not_allowed`.
   */
  require({ owner, opened: { draft } }: FormPlace, sent: FormFields): void {
    const whose = this.keys.ownerOf(marksOf(sent).saveKey, draft.id, this.clock.now());
    if (whose?.id === owner.id && whose.authorityId === owner.authorityId) return;
    throw new DomainError('not_allowed', 'The form was not sent from a page of this draft.');
  }
}
