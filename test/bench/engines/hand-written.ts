import type { PlainCase } from '../support/plain-case.ts';
import type { Decision, Engine } from './engine.ts';
import { INDICATORS, NEGLECT } from './hand-written-indicators.ts';

/** What the indicators of a case come to, read once. */
class Tally {
  level = 0;
  urgency = 0;
  redLine = false;
  /** How many indicators at each level. */
  readonly at = [0, 0, 0, 0, 0];
  amber = 0;
  /** Bits of the domains with an early-help indicator. */
  domains = 0;

  constructor(given: PlainCase) {
    for (const { name, domain, level, urgency, redLine } of INDICATORS) {
      if (given[name] !== true) continue;
      this.raise(level, urgency, redLine);
      this.at[level] = (this.at[level] ?? 0) + 1;
      if (urgency === 2) this.amber += 1;
      if (level === 1) this.domains |= domain;
    }
  }

  raise(level: number, urgency: number, redLine = false): void {
    if (level > this.level) this.level = level;
    if (urgency > this.urgency) this.urgency = urgency;
    if (redLine) this.redLine = true;
  }

  has(level: number): boolean {
    return (this.at[level] ?? 0) > 0;
  }
}

function isFrom(low: number, value: PlainCase[string] | undefined, high = Infinity): boolean {
  return typeof value === 'number' && low <= value && value <= high;
}

function safetyGate(given: PlainCase, tally: Tally): void {
  const {
    safety_timeCriticalEvent: critical,
    worries_allegedSourceHasContact: near,
    child_injuryReported: hurt,
  } = given;
  if (given['safety_immediateDanger'] === true) tally.raise(4, 3, true);
  if (given['safety_needsMedicalAttention'] === true) tally.raise(3, 3);
  if (critical === true) tally.raise(0, 2);
  if (critical === true && near === true && (hurt === true || hasSourceOfHarm(given))) tally.raise(4, 3, true);
  if (given['worries_phraseHit'] === true || given['safety_gateAnswered'] === false) tally.raise(0, 2);
}

function hasSourceOfHarm(given: PlainCase): boolean {
  return ['B13', 'B15', 'B19', 'B24', 'D16'].some((id) => given[`indicator_${id}`] === true);
}

function injury(given: PlainCase, tally: Tally): void {
  if (given['child_injuryReported'] !== true) return;
  tally.raise(1, 1);
  const immobile = given['child_nonMobile'] === true;
  const years = given['child_ageYears'];
  if (isFrom(0, years, 1) && (immobile || isFrom(0, given['child_ageDays'], 89))) tally.raise(4, 3, true);
  if (given['worries_allegedSourceHasContact'] === true) tally.raise(4, 3);
  if (given['indicator_B15'] === true) tally.raise(3, 2);
  if (immobile || given['child_unborn'] === true || isFrom(-1, years, 0)) injuredBaby(tally);
}

function injuredBaby(tally: Tally): void {
  tally.raise(2, 2);
  if (tally.has(2)) tally.raise(3, 0);
  if (tally.has(3)) tally.raise(4, 0);
  if (tally.amber > 0) tally.raise(0, 3);
}

function domesticAbuse(given: PlainCase, tally: Tally): void {
  if (isFrom(3, given['history_domesticAbuseNoticesIn365Days'])) tally.raise(2, 2);
  const features = ['strangulation', 'weapon', 'threatToKill', 'pregnancy'];
  const unborn = given['domesticAbuse_reported'] === true && given['child_unborn'] === true;
  if (unborn || features.some((feature) => given[`domesticAbuse_${feature}`] === true)) tally.raise(4, 3, true);
  if (given['domesticAbuse_highGrade'] === true || isFrom(14, given['domesticAbuse_dashScore'])) tally.raise(3, 2);
}

function contacts(given: PlainCase, tally: Tally): void {
  const isUnassessed = given['history_assessedIn12Months'] === false;
  if (isUnassessed && isFrom(4, given['history_siblingContactsIn365Days'])) tally.raise(1, 1);
  if (isFrom(5, given['history_lowLevelContactsIn365Days']) && isFrom(3, given['history_agenciesIn365Days'])) {
    tally.raise(2, 1);
  }
  const isRepeated =
    isFrom(3, given['history_contactsIn365Days']) || isFrom(4, given['history_householdContactsIn365Days']);
  if (!isRepeated) return;
  if (isUnassessed) tally.raise(1, 1);
  if (NEGLECT.filter((name) => given[name] === true).length >= 2) tally.raise(3, 2);
}

function adults(given: PlainCase, tally: Tally): void {
  const needs = ['domesticAbuse', 'substanceUse', 'mentalHealth'].filter((need) => given[`adults_${need}`] === true);
  if (needs.length >= 2) tally.raise(2, 0);
}

function accumulation(given: PlainCase, tally: Tally): void {
  const [, early = 0, targeted = 0] = tally.at;
  // More than one bit: early-help indicators in more than one domain.
  if (early >= 3 && (tally.domains & (tally.domains - 1)) > 0) tally.raise(2, 0);
  if (targeted >= 2) tally.raise(0, 2);
  if (given['history_earlyHelpDeclined'] === true && [1, 2, 3, 4].some((level) => tally.has(level))) tally.raise(2, 2);
  if (given['history_childProtectionPlan'] === true) tally.raise(given['indicator_C19'] === true ? 4 : 3, 2);
}

function exploitation(given: PlainCase, tally: Tally): void {
  const isMissing = isFrom(3, given['missing_episodesIn90Days']);
  if (isMissing) tally.raise(3, 2);
  if (given['indicator_D01'] === true && (isMissing || given['indicator_D02'] === true)) tally.raise(4, 3);
}

function youngChild(given: PlainCase, tally: Tally): void {
  const years = given['child_ageYears'];
  if (given['indicator_B20'] === true && isFrom(0, years, 7)) tally.raise(4, 3);
  if (given['indicator_C12'] === true && isFrom(0, years, 0)) tally.raise(2, 2);
}

function urgentRoutes(given: PlainCase, tally: Tally): void {
  if (given['indicator_A15'] === true && isUnprotected(given)) tally.raise(4, 3);
  if (given['indicator_C05'] === true && given['safety_timeCriticalEvent'] === true) tally.raise(0, 3);
  if (given['indicator_D16'] === true && given['worries_allegedSourceHasContact'] === true) tally.raise(0, 3);
}

function isUnprotected(given: PlainCase): boolean {
  return given['agreement_given'] === 'no' || ['B19', 'B22', 'B23'].some((id) => given[`indicator_${id}`] === true);
}

const PARTS = [
  safetyGate,
  injury,
  domesticAbuse,
  contacts,
  accumulation,
  adults,
  exploitation,
  youngChild,
  urgentRoutes,
];

function decide(given: PlainCase): Decision {
  const tally = new Tally(given);
  for (const part of PARTS) part(given, tally);
  return { level: tally.level, urgency: tally.urgency, redLine: tally.redLine, isFlagged: false };
}

/**
 * England's rules as a programmer would write them: two-valued, without a trace, and out of date as soon as the pack
 * changes. The bench then says that the comparison is void, and this file is to be brought into line.
 */
export const handWritten: Engine = { name: 'hand-written TypeScript, no trace', decide };
