import { type CombinedOutcome, levelRank, urgencyRank } from '#domain';
import { combine } from '../evaluate/combine.ts';
import type { TracedRule } from './casebook.ts';
import type { Voice } from './explanation.ts';
import { listInWords, outcomeInWords } from './words/in-words.ts';
import type { Teller } from './words/teller.ts';

function titlesOf(rules: readonly TracedRule[], teller: Teller): string {
  return listInWords(
    teller,
    rules.map(({ rule }) => `"${teller.tell(rule.title, rule.titleCy)}"`),
  );
}

/** The rules that carry an outcome: those that reach its level or its urgency from below. */
function carrying(rules: readonly TracedRule[], outcome: CombinedOutcome, from: CombinedOutcome): TracedRule[] {
  return rules.filter(
    ({ rule: { then } }) =>
      (then.minLevel === outcome.level && levelRank(outcome.level) > levelRank(from.level)) ||
      (then.minUrgency === outcome.urgency && urgencyRank(outcome.urgency) > urgencyRank(from.urgency)),
  );
}

function reason(carriers: readonly TracedRule[], teller: Teller): string {
  if (carriers.length === 0) return teller.say('because.none');
  return teller.say(carriers.length === 1 ? 'because.one' : 'because.several', { rules: titlesOf(carriers, teller) });
}

function proposal(holding: readonly TracedRule[], voice: Voice, teller: Teller): string {
  const outcome = combine(holding);
  const words = outcomeInWords(teller, outcome);
  const carriers = carrying(holding, outcome, combine([]));
  if (voice === 'referrer' && carriers.length === 0) return teller.say('summary.toldNothing', words);
  const key = voice === 'referrer' ? 'summary.toldProposal' : 'summary.proposal';
  return teller.say(key, { ...words, because: reason(carriers, teller) });
}

/** What the outcome could still become, or nothing when open rules cannot raise it. */
function possibility(holding: readonly TracedRule[], open: readonly TracedRule[], teller: Teller): readonly string[] {
  const definite = combine(holding);
  const possible = combine([...holding, ...open]);
  const carriers = carrying(open, possible, definite);
  if (carriers.length === 0) return [];
  const key = carriers.length === 1 ? 'summary.possibleOne' : 'summary.possibleSeveral';
  return [teller.say(key, { ...outcomeInWords(teller, possible), rules: titlesOf(carriers, teller) })];
}

/**
 * What the rules propose, why, and what it could still become, in whole sentences. For a referrer it is reckoned from
 * the rules they may be told of alone, so that the outcome does not give away what others have reported.
 */
export function summarise(rules: readonly TracedRule[], voice: Voice, teller: Teller): readonly string[] {
  const holding = rules.filter(({ trace }) => trace.result === 'true');
  const open = rules.filter(({ trace }) => trace.result === 'unknown');
  return [
    proposal(holding, voice, teller),
    ...(combine(holding).redLine ? [teller.say('summary.redLine')] : []),
    ...possibility(holding, open, teller),
    teller.say('summary.aPersonDecides'),
  ];
}
