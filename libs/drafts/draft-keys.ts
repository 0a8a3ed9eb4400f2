import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { asId, type AuthorityId } from '#domain';
import { sha256 } from '#platform';
import { Vault } from '#vault';
import type { DraftOwner } from './draft.ts';

/** Longer than a working day's session: a page that is still open can save what was typed into it. */
const SAVE_KEY_HOURS = 14;
const HOUR_MS = 3_600_000;

/** Without letters and digits that look or sound like others. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const CODE_LENGTH = 16;

/** The secrets around drafts: by which a family comes back, a page saves after sign-out, a browser seals its own copy. */
@Injectable()
export class DraftKeys {
  constructor(private readonly vault: Vault) {}

  /** A new code by which a family comes back to its draft: about 78 random bits, in groups to be written down. */
  newResumeCode(): string {
    const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '');
    return (letters.join('').match(/.{4}/g) ?? []).join('-');
  }

  /** Whose drafts a resume code opens; however it is spaced and cased. `null` for what can be no code. */
  familyOf(authorityId: AuthorityId, code: string): DraftOwner | null {
    const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
    if (letters.length !== CODE_LENGTH) return null;
    return { authorityId, id: `family:${this.vault.blindIndex('resume_code', letters)}` };
  }

  /** Lets the page that carries it save into this draft, and do nothing else, until some hours after `now`. */
  saveKey(owner: DraftOwner, draftId: string, now: Date): string {
    const until = String(now.getTime() + SAVE_KEY_HOURS * HOUR_MS);
    const whose = Buffer.from(JSON.stringify([owner.authorityId, owner.id])).toString('base64url');
    return `${until}.${whose}.${this.signature(draftId, until, whose)}`;
  }

  /** Whose draft the key saves into; `null` when it is over, or none of ours. */
  ownerOf(saveKey: string, draftId: string, now: Date): DraftOwner | null {
    const [until = '', whose = '', signature = ''] = saveKey.split('.');
    const expected = Buffer.from(sha256(this.signature(draftId, until, whose)));
    if (!timingSafeEqual(Buffer.from(sha256(signature)), expected) || Number(until) < now.getTime()) return null;
    const [authorityId, id] = JSON.parse(Buffer.from(whose, 'base64url').toString()) as [string, string];
    return { authorityId: asId<AuthorityId>(authorityId), id };
  }

  /** 32 bytes, hexadecimal: with them the browser seals what it could not send yet. Given to the draft's owner alone. */
  browserKey(owner: DraftOwner, draftId: string): string {
    return sha256(this.vault.blindIndex('draft_browser', `${owner.authorityId} ${owner.id} ${draftId}`));
  }

  private signature(draftId: string, until: string, whose: string): string {
    return this.vault.blindIndex('draft_save', `${draftId} ${until} ${whose}`);
  }
}
