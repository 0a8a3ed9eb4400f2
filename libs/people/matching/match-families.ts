import type { Comparable } from './comparable.ts';
import type { Score } from './remembered-scores.ts';
import { type FamilyLevel, type ScoredPair, scorePair } from './score-pair.ts';

/** Somebody of a referral, as far as a family is matched. */
export interface FamilyMember {
  readonly person: Comparable;
  /** Named a second time in the same referral, as the source of harm may be: no other person for that. */
  readonly mayBeNamedTwice: boolean;
}

export interface FamilyPair<Member> extends ScoredPair {
  readonly one: Member;
  readonly other: Member;
}

/**
 * Everybody of one referral with everybody of another, each pair scored again with what the other pairs say: a mother of the
 * same name is the same mother when the child is the same child. Looks at the first scores alone, so the order does not matter.
 */
export function matchFamilies<Member extends FamilyMember>(
  ones: readonly Member[],
  others: readonly Member[],
  score: Score = scorePair,
): FamilyPair<Member>[] {
  const first = ones.flatMap((one) => others.map((other) => ({ one, other, ...score(one.person, other.person) })));
  const matches = first.filter(({ band }) => band === 'match');
  if (matches.length === 0) return first;
  return first.map((pair) => {
    const family = familyLevel(pair, matches);
    return family === null ? pair : { ...pair, ...score(pair.one.person, pair.other.person, family) };
  });
}

function familyLevel<Member extends FamilyMember>(
  pair: FamilyPair<Member>,
  matches: readonly FamilyPair<Member>[],
): FamilyLevel | null {
  const { one, other, score } = pair;
  const isTaken = matches.some(
    (match) => (match.one === one) !== (match.other === other) && match.score > score && isOfTwo(pair, match),
  );
  if (isTaken) return 'another_fits_better';
  return matches.some((match) => match.one !== one && match.other !== other) ? 'somebody_matches' : null;
}

/** Whether the pair and the match cannot both be true: the two who differ are named once each. */
function isOfTwo<Member extends FamilyMember>(pair: FamilyPair<Member>, match: FamilyPair<Member>): boolean {
  const [member, rival] = match.one === pair.one ? [pair.other, match.other] : [pair.one, match.one];
  return !member.mayBeNamedTwice && !rival.mayBeNamedTwice;
}
