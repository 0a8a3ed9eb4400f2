import { Injectable } from '@nestjs/common';
import { IdentityProvider } from './identity-provider.ts';
import { newSecret } from './secret.ts';
import { SignInAttempts } from './sign-in-attempts.ts';

interface SignInRequest {
  /** Random value that this browser keeps; binds the answer to the browser that asked. */
  readonly browserKey: string;
  /** Path of the page to come back to. */
  readonly returnTo: string;
  /** Whether the issuer must ask the person again, whoever it thinks is there. */
  readonly anew: boolean;
}

/** Sends a browser to the issuer, and keeps what its answer must fit. */
@Injectable()
export class BeginSignIn {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly provider: IdentityProvider,
  ) {}

  /**
   * Resolves to the issuer's address.
   * @throws DomainError `unavailable`.
   */
  async execute({ browserKey, returnTo, anew }: SignInRequest): Promise<URL> {
    const expected = { state: newSecret(), nonce: newSecret(), verifier: newSecret() };
    const address = await this.provider.signInAddress(expected, anew);
    await this.attempts.keep(browserKey, expected, returnTo);
    return address;
  }
}
