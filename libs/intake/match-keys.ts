import {
  type Address,
  type ChildInReferral,
  compactNumber,
  isChiNumber,
  isHcNumber,
  isNhsNumber,
  isUpn,
} from '#domain';
import { nameOf } from '#facts';

/** In clear: only its blind index is stored. */
export interface MatchKey {
  readonly kind: 'child' | 'household';
  readonly value: string;
}

/** Postcodes that many families share because they have none: no fixed abode, not known. */
const NO_HOUSEHOLD = ['zz993vz', 'unknown'];

/**
 * Exact keys by which earlier contacts about the same child or household are counted. Only equality, only values that
 * pass their check ("not known" in a number's place must not make strangers one child): the scored matching of people,
 * which a person confirms, comes with the people library.
 */
export function matchKeysOf(child: ChildInReferral): MatchKey[] {
  const { identifiers = {}, dateOfBirth, address = {} } = child;
  const name = plain(nameOf(child) ?? '');
  const keys: (MatchKey | null)[] = [
    childKey('nhs', identifiers.nhsNumber, isNhsNumber),
    childKey('chi', identifiers.chiNumber, isChiNumber),
    childKey('hc', identifiers.hcNumber, isHcNumber),
    childKey('upn', identifiers.upn, isUpn),
    name === '' || dateOfBirth === undefined ? null : { kind: 'child', value: `name ${name} ${dateOfBirth}` },
    householdKey(address),
  ];
  const found = keys.filter((key): key is MatchKey => key !== null);
  return [...new Map(found.map((key) => [key.value, key])).values()];
}

function childKey(scheme: string, value: string | undefined, isValid: (text: string) => boolean): MatchKey | null {
  if (value === undefined || !isValid(value)) return null;
  return { kind: 'child', value: `${scheme} ${compactNumber(value).toLowerCase()}` };
}

function householdKey({ lines, postcode }: Address): MatchKey | null {
  const first = plain(lines?.[0] ?? '');
  const area = plain(postcode ?? '');
  if (first === '' || area === '' || NO_HOUSEHOLD.includes(area)) return null;
  return { kind: 'household', value: `address ${first} ${area}` };
}

/** Letters and digits of any script, without case, accents, spaces or punctuation. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
