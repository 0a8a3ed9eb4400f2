import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asId, type AuthorityId } from '#domain';
import { DraftKeys, type DraftOwner, ListDrafts, ReadDraft, StartDraft } from '#drafts';
import { authorityIds } from '#nation-packs';
import { Elsewhere } from '../door/elsewhere.ts';
import type { FormPlace } from '../referral/form-place.ts';
import { ResumeCookie } from './resume-cookie.ts';

/** Begins a family's draft, and finds it again by its code. */
@Injectable()
export class FamilyDrafts {
  constructor(
    private readonly keys: DraftKeys,
    private readonly startDraft: StartDraft,
    private readonly listDrafts: ListDrafts,
    private readonly readDraft: ReadDraft,
    private readonly cookie: ResumeCookie,
  ) {}

  async start(reply: FastifyReply, council: string): Promise<void> {
    const authorityId = asId<AuthorityId>(authorityIds().find((id) => id === council) ?? authorityIds()[0] ?? '');
    const code = this.keys.newResumeCode();
    const owner = this.keys.familyOf(authorityId, code);
    if (owner === null) throw new Error('A new code is a code.');
    await this.startDraft.execute(owner, 'self_referral');
    this.cookie.give(reply, authorityId, code);
  }

  /** Whether the code opens a draft; whichever council of ours it was begun with. */
  async resume(reply: FastifyReply, code: string): Promise<boolean> {
    for (const id of authorityIds()) {
      const authorityId = asId<AuthorityId>(id);
      const owner = this.keys.familyOf(authorityId, code);
      if (owner === null || (await this.newestOf(owner)) === null) continue;
      this.cookie.give(reply, authorityId, code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
      return true;
    }
    return false;
  }

  /** The draft that this browser has open; leads to the first page when there is none. */
  async open(request: FastifyRequest, reply: FastifyReply): Promise<FormPlace> {
    const owner = this.cookie.ownerOf(request, reply);
    const id = owner === null ? null : await this.newestOf(owner);
    if (owner === null || id === null) throw new Elsewhere('/ask-for-help', 'helpOver');
    return { owner, opened: await this.readDraft.execute(owner, id), base: '/ask-for-help/form' };
  }

  private async newestOf(owner: DraftOwner): Promise<string | null> {
    return (await this.listDrafts.newest(owner))?.id ?? null;
  }
}
