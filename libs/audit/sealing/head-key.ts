import { Injectable } from '@nestjs/common';
import { Environment, requiredSetting } from '#platform';
import { SigningKey, TrustedKeys } from './signing-key.ts';

/** The key that signs heads: in the settings of the process that seals, and nowhere else. */
@Injectable()
export class HeadKey {
  readonly key: SigningKey;
  /** To check what this process signed itself. */
  readonly own: TrustedKeys;

  /** @throws Error when the setting is missing or no Ed25519 key. */
  constructor(environment: Environment) {
    this.key = new SigningKey(requiredSetting(environment, 'AUDIT_SIGNING_KEY'), 'tree-head');
    this.own = new TrustedKeys([this.key.publicKey]);
  }
}
