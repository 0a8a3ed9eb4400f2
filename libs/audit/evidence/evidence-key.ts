import { Injectable } from '@nestjs/common';
import { Environment, requiredSetting } from '#platform';
import { type PublicKey, SigningKey } from '../sealing/signing-key.ts';

/** The key that signs evidence packs: never the one that signs heads, so that who exports cannot make a log. */
@Injectable()
export class EvidenceKey {
  private made: SigningKey | null = null;

  constructor(private readonly environment: Environment) {}

  /** `null` where this process signs no packs. */
  get publicKey(): PublicKey | null {
    return this.environment.EVIDENCE_SIGNING_KEY === undefined ? null : this.key.publicKey;
  }

  /** @throws Error when the setting is missing or no Ed25519 key. */
  get key(): SigningKey {
    this.made ??= new SigningKey(requiredSetting(this.environment, 'EVIDENCE_SIGNING_KEY'), 'evidence');
    return this.made;
  }
}
