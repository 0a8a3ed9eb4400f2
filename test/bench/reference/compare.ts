import { levelRank, urgencyRank } from '#domain';
import type { BulkOutcomes, Evaluation } from '#rules';
import type { Reference } from './remembered-interpreter.ts';

/** What an evaluation says otherwise than the reference, in words; empty where they agree. */
export function evaluationDifferences(evaluation: Evaluation, reference: Reference): readonly string[] {
  const { definite, possible, trace } = evaluation;
  const found: string[] = [];
  const compare = (what: string, ours: unknown, theirs: unknown): void => {
    if (ours !== theirs) found.push(`${what} is ${String(ours)}, the reference says ${String(theirs)}`);
  };
  compare('definite level', levelRank(definite.level), reference.definite[0]);
  compare('definite urgency', urgencyRank(definite.urgency), reference.definite[1]);
  compare('possible level', levelRank(possible.level), reference.possible[0]);
  compare('possible urgency', urgencyRank(possible.urgency), reference.possible[1]);
  compare('red line', definite.redLine, reference.redLine);
  compare('number of rules', trace.length, reference.results.size);
  for (const { ruleId, result } of trace) compare(`rule ${ruleId}`, result, reference.results.get(ruleId));
  return found;
}

/** The same for one case of the bulk path. */
export function bulkDifferences(outcomes: BulkOutcomes, place: number, reference: Reference): readonly string[] {
  const ours = [
    outcomes.definiteLevel[place],
    outcomes.definiteUrgency[place],
    outcomes.possibleLevel[place],
    outcomes.possibleUrgency[place],
    outcomes.redLine[place],
  ];
  const theirs = [...reference.definite, ...reference.possible, Number(reference.redLine)];
  if (ours.join() === theirs.join()) return [];
  return [`bulk outcomes are ${ours.join(' ')}, the reference says ${theirs.join(' ')}`];
}
