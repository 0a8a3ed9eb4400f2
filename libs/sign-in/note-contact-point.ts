import { Injectable } from '@nestjs/common';
import type { JWTPayload } from 'jose';
import type { Actor } from '#domain';
import { ContactPoints } from '#messages';
import { Database } from '#platform';

const ADDRESS = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,189}$/;

/** Keeps what the issuer says of how to reach somebody who signs in, and with which roles. */
@Injectable()
export class NoteContactPoint {
  constructor(
    private readonly database: Database,
    private readonly contactPoints: ContactPoints,
  ) {}

  async execute(actor: Actor, claims: JWTPayload): Promise<void> {
    await this.database.inTransaction(actor, (tx) => this.contactPoints.noteSignIn(tx, actor, emailOf(claims)));
  }
}

/** An address that the issuer itself doubts counts as none. */
function emailOf({ email, email_verified: verified }: JWTPayload): string | null {
  return typeof email === 'string' && ADDRESS.test(email) && verified !== false ? email : null;
}
