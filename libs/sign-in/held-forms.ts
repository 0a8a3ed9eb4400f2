import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Clock } from '#domain';
import { CLOCK, Database } from '#platform';
import { Vault } from '#vault';
import { asBrowser, countHeldForms, insertHeldForm, takeHeldForm } from './store/before-sign-in.query.ts';

const HELD_MS = 3_600_000;
const MOST_HELD = 20;
const MOST_BYTES = 64 * 1024;
const PLACE = 'held_form.fields';

/** What was typed: names of fields with their text, or texts where a field may have several. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

export interface FormToHold {
  readonly browserKey: string;
  /** Whose session it was; `null` when that is not known any more. */
  readonly personId: string | null;
  /** Address of the page that shows the form. */
  readonly path: string;
  readonly fields: FormFields;
}

/**
 * Keeps a form that came without a live session, sealed, for an hour: the same person, in the same browser, finds it
 * filled in after signing in. Nothing of it is acted upon before they send it again.
 */
@Injectable()
export class HeldForms {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether it was kept: not beyond 64 KB, nor more than twenty forms of one browser. */
  async hold({ browserKey, personId, path, fields }: FormToHold): Promise<boolean> {
    const text = JSON.stringify(fields);
    if (Buffer.byteLength(text) > MOST_BYTES) return false;
    const id = randomUUID();
    const form = { id, personId, path, fields: this.vault.sealSecret(PLACE, id, text) };
    const expiresAt = new Date(this.clock.now().getTime() + HELD_MS);
    return this.database.acrossAuthorities(async (tx) => {
      const browser = await asBrowser(tx, browserKey);
      if ((await countHeldForms(tx, browser)) >= MOST_HELD) return false;
      await insertHeldForm(tx, browser, form, expiresAt);
      return true;
    });
  }

  /** What this person typed into the form at this address before the session was over; given once. */
  async take(browserKey: string, actor: Actor, path: string): Promise<FormFields | null> {
    const now = this.clock.now();
    const form = await this.database.acrossAuthorities(async (tx) => {
      const browserHash = await asBrowser(tx, browserKey);
      return takeHeldForm(tx, { browserHash, path, personId: actor.id, now });
    });
    if (form === null) return null;
    return JSON.parse(this.vault.openSecret(PLACE, form.id, form.fields)) as FormFields;
  }
}
