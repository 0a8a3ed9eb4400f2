export { CountKeys, type KeyUse } from './count-keys.ts';
export { KeyRing, newKeyRing, newRingKey } from './key-ring.ts';
export { openedUnder, type RecordKey, sealedUnder } from './record-key.ts';
export { BrokenSealError } from './sealing.ts';
export { RewrapKeys } from './rewrap-keys.ts';
export { type NewRecordKey, Vault } from './vault.ts';
export { VaultModule } from './vault.module.ts';
