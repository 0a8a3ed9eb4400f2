import type { Facts } from '#domain';
import type { Scope } from '../solver/scopes.ts';
import { named } from '../solver/heights.ts';
import { evaluatedExample } from '../verify/example.ts';
import type { Example } from '../verify/verification.ts';
import { caseWords, contextWords, outcomeWords } from '../verify/words.ts';
import type { Versions, Sides } from './versions.ts';
import { factsOfPattern, type Pattern, patternOf } from './pattern.ts';
import { responsibleRules } from './responsible.ts';
import type { DiffKind, Direction } from './rule-set-diff.ts';

function movement({ before, after }: Sides<Example>, direction: Direction): string {
  const [from, to] = [outcomeWords(before.definite), outcomeWords(after.definite)];
  if (direction !== 'information') return `goes from ${from} to ${to}`;
  const [could, canNow] = [outcomeWords(before.possible), outcomeWords(after.possible)];
  return `stays at ${from}; with what is not known it could come to ${could} before and to ${canNow} now`;
}

export interface FoundKind {
  readonly kind: DiffKind;
  readonly pattern: Pattern;
}

/** The kind that a smallest case of change stands for. */
export function describeKind(of: Versions, scope: Scope, facts: Facts, direction: Direction): FoundKind {
  const rules = responsibleRules(of, scope, facts, direction);
  const pattern = patternOf(of, facts, rules, direction);
  const example = {
    before: evaluatedExample(of.sets.before, facts, scope.context),
    after: evaluatedExample(of.sets.after, facts, scope.context),
  };
  const catalogue = [...of.sets.before.ruleSet.catalogue, ...of.sets.after.ruleSet.catalogue];
  const where = contextWords(scope.context, of.scopes.length);
  const heights = of.heights(scope, facts);
  const kind: DiffKind = {
    from: named(heights.before.definite),
    to: named(heights.after.definite),
    direction,
    sentence: `${caseWords(factsOfPattern(pattern), catalogue)} ${movement(example, direction)}${where}.`,
    ruleIds: rules.flatMap(({ before, after }) => (before ?? after)?.rule.id ?? []),
    pattern: factsOfPattern(pattern),
    example,
  };
  return { kind, pattern };
}
