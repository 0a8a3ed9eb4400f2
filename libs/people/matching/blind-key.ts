import type { Vault } from '#vault';

/**
 * A blocking key as PostgreSQL keeps it: 64 bits of a blind index. Two values that fall on one number make candidates of
 * strangers, whom the comparison then tells apart.
 */
export function blindKey(vault: Pick<Vault, 'blindIndex'>, authorityId: string, key: string): bigint {
  const hex = vault.blindIndex('person_key', `${authorityId} ${key}`).slice(0, 16);
  return BigInt.asIntN(64, BigInt(`0x${hex}`));
}
