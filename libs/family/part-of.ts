import { ageInYears } from '#facts';
import { type OpenMention, type RelationshipEntry, type RelationshipKind, SIBLING_KINDS } from '#people';
import type { Part } from './member.ts';

const GROWN_UP_KINDS: readonly RelationshipKind[] = ['parent', 'step_parent', 'partner', 'grandparent', 'carer'];

interface Described {
  readonly mentions: readonly OpenMention[];
  readonly relationships: readonly RelationshipEntry[];
}

/**
 * What part somebody plays beside the child of the case. What a person recorded about exactly these two goes before what
 * referrals say, where every child of one referral counts as a brother or sister. Somebody known to be 18 is a grown-up;
 * of unknown age, a child stays one.
 */
export function partOf(person: Described, childIds: readonly string[], onDate: string): Part {
  if (person.mentions.some(({ id }) => childIds.includes(id))) return 'child';
  const isGrownUp = isGrownUpOf(person.mentions, onDate);
  if (isGrownUp === true) return 'adult';
  const isChildOfCase = person.mentions.some(({ role }) => role === 'child');
  const standing = person.relationships.filter(({ stands }) => stands);
  const recorded = standing.findLast(({ toId }) => toId !== null && childIds.includes(toId));
  const kinds = (recorded === undefined ? standing : [recorded]).map(({ kind }) => kind);
  if (kinds.some((kind) => SIBLING_KINDS.includes(kind))) return 'sibling';
  if (kinds.some((kind) => GROWN_UP_KINDS.includes(kind))) return 'adult';
  if (isChildOfCase && recorded === undefined) return 'sibling';
  return isChildOfCase || isGrownUp === false ? 'other_child' : 'adult';
}

/** Whether they are 18 by now; `null` where no date of birth says. */
function isGrownUpOf(mentions: readonly OpenMention[], onDate: string): boolean | null {
  const born = mentions.find(({ details }) => details.dateOfBirth !== null)?.details.dateOfBirth ?? null;
  const years = born === null ? null : ageInYears(born, onDate);
  return years === null ? null : years >= 18;
}
