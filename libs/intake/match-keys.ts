import { type ChildInReferral, compactNumber, isChiNumber, isHcNumber, isNhsNumber, isUpn } from '#domain';
import { nameOf } from '#facts';
import { addressKeyOf, plainText } from '#people';

/** In clear: only its blind index is stored. */
export interface MatchKey {
  readonly kind: 'child' | 'household';
  readonly value: string;
}

/**
 * Exact keys by which earlier contacts about the same child or household are counted. Only equality, only values that
 * pass their check ("not known" in a number's place must not make strangers one child): the scored matching of people,
 * which a person confirms, is the people library's.
 */
export function matchKeysOf(child: ChildInReferral): MatchKey[] {
  const { identifiers = {}, dateOfBirth, address = {} } = child;
  const name = plainText(nameOf(child) ?? '');
  const household = addressKeyOf(address);
  const keys: (MatchKey | null)[] = [
    childKey('nhs', identifiers.nhsNumber, isNhsNumber),
    childKey('chi', identifiers.chiNumber, isChiNumber),
    childKey('hc', identifiers.hcNumber, isHcNumber),
    childKey('upn', identifiers.upn, isUpn),
    name === '' || dateOfBirth === undefined ? null : { kind: 'child', value: `name ${name} ${dateOfBirth}` },
    household === null ? null : { kind: 'household', value: household },
  ];
  const found = keys.filter((key): key is MatchKey => key !== null);
  return [...new Map(found.map((key) => [key.value, key])).values()];
}

function childKey(scheme: string, value: string | undefined, isValid: (text: string) => boolean): MatchKey | null {
  if (value === undefined || !isValid(value)) return null;
  return { kind: 'child', value: `${scheme} ${compactNumber(value).toLowerCase()}` };
}
