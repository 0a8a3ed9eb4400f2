import { FALSE, negate, TRUE } from '../../solver/sat/literal.ts';
import { conclude, findingOf } from '../conclude.ts';
import { evaluatedExample, ExampleFails } from '../example.ts';
import type { Investigation } from '../investigation.ts';
import type { InvariantFinding } from '../verification.ts';
import { contextWords } from '../words.ts';

const ID = 'every-case-reaches-a-pathway';
const TITLE = 'Every case reaches exactly one level and urgency, on rules that are in force';

/**
 * Totality. The outcome is a join, so every case has one level as long as higher ranks include lower ones; and it is
 * an answer of the rules only where some are in force: a gap between dates would propose every child lowest.
 */
export function everyCaseReachesAPathway(of: Investigation): InvariantFinding {
  const silent = of.scopes.find((scope) => of.rulesIn(scope).length === 0);
  if (silent !== undefined) {
    const where = contextWords(silent.context, Infinity);
    const sentence = `No rule is in force${where}: every case would come to universal, blue, without being looked at.`;
    const example = evaluatedExample(of.compiled, {}, silent.context);
    return findingOf(ID, TITLE, { proof: 'refuted', example, sentence });
  }
  const conclusion = conclude(
    of,
    (scope) => {
      const { definite, possible } = of.outcomeIn(scope);
      const heights = [definite.level, definite.urgency, possible.level, possible.urgency];
      const higherAlone = heights.flatMap((ranks) =>
        ranks.slice(1).map((reached, place) => [reached, negate(ranks[place] ?? TRUE)]),
      );
      return [...higherAlone, ...heights.map((ranks) => [negate(ranks[0] ?? FALSE)])];
    },
    () => {
      throw new ExampleFails('A case has more than one level or none.');
    },
  );
  return findingOf(ID, TITLE, conclusion);
}
