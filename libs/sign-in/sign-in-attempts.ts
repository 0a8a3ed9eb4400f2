import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { CLOCK, Database } from '#platform';
import { Vault } from '#vault';
import type { Expected } from './identity-provider.ts';
import { hashOfSecret } from './secret.ts';
import { asBrowser, insertAttempt, takeAttempt } from './store/before-sign-in.query.ts';

const ATTEMPT_MS = 10 * 60_000;
const PLACE = 'sign_in_attempt.verifier';

/** Sign-ins on their way to the issuer and back, each for ten minutes, one browser and one answer. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async keep(browserKey: string, { state, nonce, verifier }: Expected, returnTo: string): Promise<void> {
    const stateHash = hashOfSecret(state);
    const sealed = this.vault.sealSecret(PLACE, stateHash, verifier);
    const expiresAt = new Date(this.clock.now().getTime() + ATTEMPT_MS);
    await this.database.acrossAuthorities(async (tx) => {
      const browser = await asBrowser(tx, browserKey);
      await insertAttempt(tx, browser, { stateHash, nonce, verifier: sealed, returnTo }, expiresAt);
    });
  }

  /** The attempt of this browser that the answer names, and nobody gets it again; `null` when there is none. */
  async take(browserKey: string, state: string): Promise<{ expected: Expected; returnTo: string } | null> {
    const stateHash = hashOfSecret(state);
    const attempt = await this.database.acrossAuthorities(async (tx) => {
      await asBrowser(tx, browserKey);
      return takeAttempt(tx, stateHash, this.clock.now());
    });
    if (attempt === null) return null;
    const verifier = this.vault.openSecret(PLACE, stateHash, attempt.verifier);
    return { expected: { state, nonce: attempt.nonce, verifier }, returnTo: attempt.returnTo };
  }
}
