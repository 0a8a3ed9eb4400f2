import { Injectable } from '@nestjs/common';
import { EventLog } from '#platform';
import { Vault } from '#vault';
import { IdentityProvider } from './identity-provider.ts';
import { SEALED_ID_TOKEN } from './open-session.ts';

/** Where a person goes on to sign out at the issuer, too. */
@Injectable()
export class IssuerSignOut {
  constructor(
    private readonly vault: Vault,
    private readonly provider: IdentityProvider,
    private readonly log: EventLog,
  ) {}

  /** `null` where the issuer has no such address or is away: here the session is over all the same. */
  async address(sessionId: string, sealedIdToken: string): Promise<URL | null> {
    try {
      const idToken = this.vault.openSecret(SEALED_ID_TOKEN, sessionId, sealedIdToken);
      return await this.provider.signOutAddress(idToken);
    } catch (error: unknown) {
      this.log.fault('sign_out.issuer_away', error);
      return null;
    }
  }
}
