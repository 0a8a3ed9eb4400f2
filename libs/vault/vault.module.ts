import { Global, Module } from '@nestjs/common';
import { Environment, requiredSetting } from '#platform';
import { KeyRing } from './key-ring.ts';
import { RewrapKeys } from './rewrap-keys.ts';
import { Vault } from './vault.ts';
import { Wrapping } from './wrapping.ts';

/** Keys for one process. It does not start without a sound key ring. */
@Global()
@Module({
  providers: [
    {
      provide: KeyRing,
      useFactory: (environment: Environment) => KeyRing.parse(requiredSetting(environment, 'FIELD_KEYS')),
      inject: [Environment],
    },
    Wrapping,
    Vault,
    RewrapKeys,
  ],
  exports: [Vault, RewrapKeys],
})
export class VaultModule {}
