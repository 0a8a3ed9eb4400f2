import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asId, type AuthorityId } from '#domain';
import { DraftKeys, type DraftOwner } from '#drafts';
import { authorityIds } from '#nation-packs';
import { Environment } from '#platform';

const AN_HOUR_S = 3_600;
const VALUE = /^([a-z0-9-]{1,60})\.([A-Z0-9-]{16,19})$/;

/** The code of a family's draft, in its browser for an hour after it was last used. */
@Injectable()
export class ResumeCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(
    private readonly keys: DraftKeys,
    environment: Environment,
  ) {
    this.secure = environment.PUBLIC_URL.startsWith('https:');
    this.name = `${this.secure ? '__Host-' : ''}front_door_help`;
  }

  give(reply: FastifyReply, authorityId: string, code: string): void {
    void reply.setCookie(this.name, `${authorityId}.${code}`, { ...this.attributes(), maxAge: AN_HOUR_S });
  }

  take(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  /** The code itself, to be shown once more; `null` without one. */
  codeOf(request: FastifyRequest): string | null {
    return this.read(request)?.code ?? null;
  }

  /** Whose draft this browser has open. Keeps the code for another hour. */
  ownerOf(request: FastifyRequest, reply: FastifyReply): DraftOwner | null {
    const found = this.read(request);
    if (found === null) return null;
    const owner = this.keys.familyOf(found.authorityId, found.code);
    if (owner !== null) this.give(reply, found.authorityId, found.code);
    return owner;
  }

  private read({ cookies }: FastifyRequest): { readonly authorityId: AuthorityId; readonly code: string } | null {
    const [, authorityId = '', code = ''] = VALUE.exec(cookies[this.name] ?? '') ?? [];
    return authorityIds().includes(authorityId) ? { authorityId: asId<AuthorityId>(authorityId), code } : null;
  }

  private attributes(): { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure };
  }
}
