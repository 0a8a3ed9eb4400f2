import { type FactTable, type Slot, TO_BE_ANSWERED } from '../conditions/fact-table.ts';
import type { OpenQuestion } from './open-question.ts';
import { advance, type Answers, type Budget, settles, type Verdict } from './settles.ts';

/** Judges whether answers to a set of facts settle the case. */
export type Judge = (facts: readonly number[], budget: Budget) => Verdict;

export function judgeFor(question: OpenQuestion, table: FactTable, answers: Answers): Judge {
  return (facts, budget) => {
    // Counted even where no answer is tried, so that the number of sets looked at is bounded too.
    if (budget.left <= 0) return 'too_many_answers';
    budget.left -= 1;
    const trial: Slot[] = [...table];
    for (const fact of facts) trial[fact] = TO_BE_ANSWERED;
    const start = advance({ height: question.floor, open: question.rules }, trial, null);
    return settles(start, trial, answers, budget);
  };
}

/** Facts without which the rest do not settle the case; null once too many answers have been tried. */
export function indispensable(candidates: readonly number[], judge: Judge, budget: Budget): readonly number[] | null {
  const found: number[] = [];
  for (const fact of candidates) {
    const verdict = judge(
      candidates.filter((other) => other !== fact),
      budget,
    );
    if (verdict === 'too_many_answers') return null;
    if (verdict === 'leaves_open') found.push(fact);
  }
  return found;
}

/** The first set of `base` and `size` of the `others`, in the order given, that settles the case. */
function firstOfSize(
  base: readonly number[],
  others: readonly number[],
  size: number,
  judgeSet: (facts: readonly number[]) => Verdict,
): readonly number[] | 'too_many_answers' | null {
  if (size === 0) {
    const verdict = judgeSet(base);
    if (verdict === 'too_many_answers') return verdict;
    return verdict === 'settles' ? base : null;
  }
  for (let place = 0; place + size <= others.length; place += 1) {
    const found = firstOfSize(
      [...base, ...others.slice(place, place + 1)],
      others.slice(place + 1),
      size - 1,
      judgeSet,
    );
    if (found !== null) return found;
  }
  return null;
}

/** The smallest settling set that holds all of `core`, by increasing size; null once too many answers were tried. */
export function smallestSet(
  core: readonly number[],
  candidates: readonly number[],
  judge: Judge,
  budget: Budget,
): readonly number[] | null {
  const others = candidates.filter((fact) => !core.includes(fact));
  for (let size = 0; size <= others.length; size += 1) {
    const found = firstOfSize(core, others, size, (facts) => judge(facts, budget));
    if (found === 'too_many_answers') return null;
    if (found !== null) return found;
  }
  return candidates;
}

/**
 * Leaves out one fact after another where the rest is shown to settle the case, within so many answers for each fact
 * and so many in all; what there are no answers left to show stays in.
 */
export function dropWhatIsIdle(
  candidates: readonly number[],
  judge: Judge,
  answersPerDrop: number,
  total: Budget,
): readonly number[] {
  return candidates.reduce<readonly number[]>((kept, fact) => {
    if (total.left <= 0) return kept;
    const rest = kept.filter((other) => other !== fact);
    const budget = { left: Math.min(answersPerDrop, total.left) };
    const before = budget.left;
    const verdict = judge(rest, budget);
    total.left -= before - budget.left;
    return verdict === 'settles' ? rest : kept;
  }, candidates);
}
