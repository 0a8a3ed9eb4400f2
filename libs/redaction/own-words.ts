import type { ChildInReferral } from '#domain';
import { compact, wordsOf } from './folded-text.ts';

/** What belongs to the child: shared with somebody else, it stays the child's own to read. */
export interface OwnWords {
  /** Words of the child's names. */
  readonly names: ReadonlySet<string>;
  /** Everything else, without spaces. */
  readonly values: ReadonlySet<string>;
}

/** Of one child, as every record of theirs describes them. */
export function ownWordsOf(...descriptions: readonly ChildInReferral[]): OwnWords {
  const each = descriptions.map(wordsOfOne);
  return {
    names: new Set(each.flatMap(({ names }) => [...names])),
    values: new Set(each.flatMap(({ values }) => [...values])),
  };
}

function wordsOfOne(child: ChildInReferral): OwnWords {
  const { givenName = '', familyName = '', otherNames = [], address = {}, identifiers = {} } = child;
  const { dateOfBirth, expectedDeliveryDate, school, gp } = child;
  const names = [givenName, familyName, ...otherNames];
  const values = [
    ...[`${givenName} ${familyName}`, ...names],
    ...(address.lines ?? []),
    ...[address.postcode, address.uprn, dateOfBirth, expectedDeliveryDate, school?.name, gp?.name],
    ...(Object.values(identifiers) as readonly string[]),
  ];
  return {
    names: new Set(names.flatMap(wordsOf)),
    values: new Set(values.flatMap((value) => (value === undefined ? [] : [compact(value)]))),
  };
}
