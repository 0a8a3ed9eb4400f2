import { type CombinedOutcome, levelRank, urgencyRank } from '#domain';
import { combine } from '../evaluate/combine.ts';
import type { TracedRule } from './casebook.ts';
import type { Voice } from './explanation.ts';
import { listInWords, outcomeInWords } from './words.ts';

const A_PERSON_DECIDES = 'A person decides the level of need and the urgency.';
const RED_LINE = 'A red line holds: the rules cannot propose less than statutory protection, urgency red.';

function namesOf(rules: readonly TracedRule[]): string {
  const titles = rules.map(({ rule }) => `"${rule.title}"`);
  return `${titles.length === 1 ? 'the rule' : 'the rules'} ${listInWords(titles)}`;
}

/** Some of the rules, when not all of them need to hold. */
function someOf(rules: readonly TracedRule[]): string {
  return rules.length === 1 ? `${namesOf(rules)} holds` : `one or more of ${namesOf(rules)} hold`;
}

/** The rules that carry an outcome: those that reach its level or its urgency from below. */
function carrying(rules: readonly TracedRule[], outcome: CombinedOutcome, from: CombinedOutcome): TracedRule[] {
  return rules.filter(
    ({ rule: { then } }) =>
      (then.minLevel === outcome.level && levelRank(outcome.level) > levelRank(from.level)) ||
      (then.minUrgency === outcome.urgency && urgencyRank(outcome.urgency) > urgencyRank(from.urgency)),
  );
}

function proposal(holding: readonly TracedRule[], voice: Voice): string {
  const outcome = combine(holding);
  const words = outcomeInWords(outcome);
  const carriers = carrying(holding, outcome, combine([]));
  const because = carriers.length > 0 ? `because of ${namesOf(carriers)}` : 'because no rule that holds would raise it';
  if (voice !== 'referrer') return `The rules propose ${words}, ${because}.`;
  return carriers.length > 0
    ? `On what you told us, the rules propose at least ${words}, ${because}.`
    : `What you told us does not by itself lead the rules to propose more than ${words}.`;
}

/** What the outcome could still become, or nothing when open rules cannot raise it. */
function possibility(holding: readonly TracedRule[], open: readonly TracedRule[]): readonly string[] {
  const definite = combine(holding);
  const possible = combine([...holding, ...open]);
  const carriers = carrying(open, possible, definite);
  if (carriers.length === 0) return [];
  return [`It could still become ${outcomeInWords(possible)}, if answers not yet known show that ${someOf(carriers)}.`];
}

/**
 * What the rules propose, why, and what it could still become, in whole sentences. For a referrer it is reckoned from
 * the rules they may be told of alone, so that the outcome does not give away what others have reported.
 */
export function summarise(rules: readonly TracedRule[], voice: Voice): readonly string[] {
  const holding = rules.filter(({ trace }) => trace.result === 'true');
  const open = rules.filter(({ trace }) => trace.result === 'unknown');
  return [
    proposal(holding, voice),
    ...(combine(holding).redLine ? [RED_LINE] : []),
    ...possibility(holding, open),
    A_PERSON_DECIDES,
  ];
}
