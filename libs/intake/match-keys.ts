import { type ChildInReferral, compactNumber } from '#domain';
import { nameOf } from '#facts';
import { sha256 } from '#platform';

export interface MatchKey {
  readonly kind: 'child' | 'household';
  readonly key: string;
}

/**
 * Exact keys by which earlier contacts about the same child or household are counted. Only equality, and hashed: the
 * scored matching of people, which a person confirms, comes with the people library.
 */
export function matchKeysOf(child: ChildInReferral): MatchKey[] {
  const { identifiers = {}, dateOfBirth, address = {} } = child;
  const name = nameOf(child);
  const household = [address.lines?.[0], address.postcode].filter((part) => part !== undefined).map(plain);
  const keys: (MatchKey | null)[] = [
    childKey('nhs', identifiers.nhsNumber),
    childKey('chi', identifiers.chiNumber),
    childKey('hc', identifiers.hcNumber),
    childKey('upn', identifiers.upn),
    name === null || dateOfBirth === undefined ? null : childKey('name', `${plain(name)} ${dateOfBirth}`),
    household.length < 2 ? null : { kind: 'household', key: sha256(`address ${household.join(' ')}`) },
  ];
  const found = keys.filter((key): key is MatchKey => key !== null);
  return [...new Map(found.map((key) => [key.key, key])).values()];
}

function childKey(scheme: string, value: string | undefined): MatchKey | null {
  return value === undefined ? null : { kind: 'child', key: sha256(`${scheme} ${compactNumber(value).toLowerCase()}`) };
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
