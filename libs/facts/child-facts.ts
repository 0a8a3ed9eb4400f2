import { type ChildInReferral, type Fact, known, unknown } from '#domain';
import { ageInDays, ageInYears, isInFirst1001Days } from './age.ts';
import { factOfAnswer } from './answer-fact.ts';
import type { Moment, PartialFacts } from './moment.ts';

/** Before this age nobody expects a baby to move by themself, after the other one expects it. Days. */
const MOVES_EARLIEST = 180;
const MOVES_SURELY = 540;

/** Facts about the child as such: age, mobility, disability, whether anybody has seen them. */
export function childFacts(moment: Moment): PartialFacts {
  const child = moment.referral.children[moment.childIndex];
  if (child === undefined) return {};
  const age = ageFacts(child, moment.onDate);
  const worries = moment.referral.worries;
  return {
    ...age,
    'child.unborn': known(isUnborn(child)),
    'child.nonMobile': nonMobile(child, age['child.ageDays']),
    'child.injuryReported': worries.injuryDescription === undefined ? factOfAnswer(worries.injury) : known(true),
    'child.disabled':
      child.disabilities === undefined ? undefined : known(child.disabilities.some((c) => c !== 'NONE')),
    'child.communicationNeeds': child.communicationNeeds === undefined ? undefined : known(true),
    'child.identityKnown': known(child.whyUnknown === undefined && nameOf(child) !== null),
    'child.seenBySender': factOfAnswer(child.seenBySender),
  };
}

/** The child's name as given; `null` when no part of it is. */
export function nameOf(child: ChildInReferral): string | null {
  const name = [child.givenName, child.familyName].filter((part) => part !== undefined && part.trim() !== '').join(' ');
  return name === '' ? null : name;
}

export function isUnborn(child: ChildInReferral): boolean {
  return child.dateOfBirth === undefined && child.expectedDeliveryDate !== undefined;
}

function ageFacts(child: ChildInReferral, onDate: string): PartialFacts {
  const birth = child.dateOfBirth ?? child.expectedDeliveryDate;
  if (birth === undefined) return estimatedAgeFacts(child.estimatedAgeYears);
  const unborn = isUnborn(child);
  const days = ageInDays(birth, onDate);
  return {
    // A delivery date that has passed without news of the birth still means a baby, not a missing age.
    'child.ageDays': factOf(days !== null && unborn ? Math.min(days, 0) : days),
    'child.ageYears': factOf(unborn ? -1 : ageInYears(birth, onDate)),
    'child.first1001Days': factOf(unborn ? true : isInFirst1001Days(birth, onDate)),
  };
}

/** An estimate is good for whole years only: days stay unknown, so that no rule about a baby rests on a guess. */
function estimatedAgeFacts(years: number | undefined): PartialFacts {
  if (years === undefined) return {};
  return {
    'child.ageDays': years >= 2 ? known(Math.round(years * 365.25)) : unknown('not_known'),
    'child.ageYears': known(Math.floor(years)),
    'child.first1001Days': years < 1 ? known(true) : years > 3 ? known(false) : unknown('not_known'),
  };
}

function factOf(value: number | boolean | null): Fact {
  return value === null ? unknown('not_usable') : known(value);
}

function nonMobile(child: ChildInReferral, age: Fact | undefined): Fact {
  if (child.mobility === 'mobile') return known(false);
  if (child.mobility === 'not_mobile') return known(true);
  if (age?.known !== true || typeof age.value !== 'number') return unknown('not_reported');
  return expectedMobility(age.value, child);
}

/** What age alone lets one expect; a child who may be unable to move by themself stays unknown. */
function expectedMobility(days: number, child: ChildInReferral): Fact {
  if (days < MOVES_EARLIEST) return known(true);
  const mayBeUnable = child.mobility === 'not_known' || (child.disabilities ?? []).includes('MOB');
  return days < MOVES_SURELY || mayBeUnable ? unknown('not_reported') : known(false);
}
