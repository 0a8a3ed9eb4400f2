import { type Fact, type IndicatorReport, known, unknown } from '#domain';
import type { Moment, PartialFacts } from './moment.ts';

/**
 * Indicators as reported about this child. An indicator nobody named is left to the catalogue (absent); one that was
 * named as not asked is unknown, and stays open.
 */
export function indicatorFacts(moment: Moment): PartialFacts {
  const ref = moment.referral.children[moment.childIndex]?.ref;
  const facts: Record<string, Fact> = {};
  for (const report of moment.referral.indicators ?? []) {
    if (!isAbout(report, ref)) continue;
    const id = `indicator.${report.id}`;
    facts[id] = worse(facts[id], factOf(report));
  }
  return facts;
}

function isAbout(report: IndicatorReport, ref: string | undefined): boolean {
  return (
    report.children === undefined ||
    report.children.length === 0 ||
    (ref !== undefined && report.children.includes(ref))
  );
}

function factOf(report: IndicatorReport): Fact {
  switch (report.answer) {
    case 'present':
      return known(true);
    case 'absent':
      return known(false);
    case 'not_asked':
      return unknown('not_asked');
  }
}

/** Reported twice with two answers: present outweighs open, open outweighs absent. */
function worse(a: Fact | undefined, b: Fact): Fact {
  if (a === undefined) return b;
  const weight = (fact: Fact): number => (fact.known ? (fact.value === true ? 2 : 0) : 1);
  return weight(a) >= weight(b) ? a : b;
}
