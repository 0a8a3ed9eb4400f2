import type { OpenMention } from '../mentions/mention.ts';
import { birthOf, type Birth } from './birth.ts';
import { type Identifiers, identifiersOf } from './identifiers.ts';
import { familyWords, givenWords } from './name-words.ts';
import { type Place, placeOf } from './place.ts';

/** A name as it is compared: folded words. An empty list is a name that is not known. */
export interface ComparableName {
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Words of other names, wherever they stood. */
  readonly other: readonly string[];
}

/** A mention in the form in which two are compared and keys are made; made once for each. */
export interface Comparable {
  readonly name: ComparableName;
  readonly birth: Birth;
  readonly sex: 'M' | 'F' | null;
  readonly identifiers: Identifiers;
  readonly place: Place | null;
  /** The one mother or father of the family, where the referral says so. */
  readonly parent: 'mother' | 'father' | null;
  readonly mother: { readonly name: ComparableName; readonly dateOfBirth: string | null } | null;
}

export function comparable(mention: Pick<OpenMention, 'role' | 'receivedAt' | 'details'>): Comparable {
  const { details } = mention;
  const { sex, mother, relationship } = details;
  return {
    name: nameOf(details.names),
    birth: birthOf(mention),
    sex: sex === 'U' ? null : sex,
    identifiers: identifiersOf(details.identifiers),
    place: details.address === null ? null : placeOf(details.address),
    parent: parentOf(relationship ?? ''),
    mother: mother === null ? null : { name: nameOf(mother.names), dateOfBirth: mother.dateOfBirth },
  };
}

function parentOf(relationship: string): Comparable['parent'] {
  const [, mother, father] = PARENT.exec(relationship.trim()) ?? [];
  if (mother !== undefined) return 'mother';
  return father === undefined ? null : 'father';
}

const PARENT = /^(?:(?:birth|biological|natural) )?(?:(mother|mum|mam|mummy)|(father|dad|daddy))(?: of .*)?$/i;

function nameOf({ given, family, other }: OpenMention['details']['names']): ComparableName {
  return {
    given: givenWords(given),
    family: familyWords(family),
    other: other.flatMap((name) => familyWords(name)),
  };
}
