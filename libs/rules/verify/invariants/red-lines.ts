import { type Facts, levelRank, urgencyRank } from '#domain';
import { TRUE } from '../../conditions/kleene.ts';
import { heightsOf, isBelow, tableOf } from '../../solver/heights.ts';
import { negate, TRUE as ALWAYS } from '../../solver/sat/literal.ts';
import type { Scope } from '../../solver/scopes.ts';
import { conclude, findingOf } from '../conclude.ts';
import { exampleFound } from '../example.ts';
import type { Investigation } from '../investigation.ts';
import type { InvariantFinding } from '../verification.ts';
import { caseWords, outcomeWords } from '../words.ts';

const HIGHEST = { level: levelRank('statutory_protection'), urgency: urgencyRank('red') };

/** Where a red line holds the outcome is statutory protection and red (rules.md, verification). */
export function redLinesAreHighest(of: Investigation): InvariantFinding {
  const redIn = (scope: Scope) => of.rulesIn(scope).filter(({ rule }) => rule.then.redLine === true);
  const conclusion = conclude(
    of,
    (scope) => {
      const { definite } = of.outcomeIn(scope);
      const isHighest = [definite.level[HIGHEST.level] ?? ALWAYS, definite.urgency[HIGHEST.urgency] ?? ALWAYS];
      return redIn(scope).flatMap((rule) => isHighest.map((reached) => [of.truthOf(rule).isTrue, negate(reached)]));
    },
    (scope) => {
      const example = exampleFound(of, scope, (facts: Facts) => {
        const table = tableOf(of.compiled, facts);
        const someHolds = redIn(scope).some(({ condition }) => condition.truth(table) === TRUE);
        return someHolds && isBelow(heightsOf(of.rulesIn(scope), table).definite, HIGHEST);
      });
      const what = caseWords(example.facts, of.compiled.ruleSet.catalogue);
      return { example, sentence: `${what} crosses a red line but comes only to ${outcomeWords(example.definite)}.` };
    },
  );
  return findingOf('red-lines-are-highest', 'Every red line is statutory protection and red', conclusion);
}
