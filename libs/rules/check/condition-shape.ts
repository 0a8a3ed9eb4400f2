import type { Comparison, Condition } from '../condition.ts';
import { checkOperand } from './comparison-check.ts';
import { restsOnAbsence } from './rests-on-harm.ts';
import { below, type Report } from './rule-set-fault.ts';
import { isRecord, type Shape, valueAt } from './shape.ts';
import type { Vocabulary, Word } from './vocabulary.ts';

/** Bounds on one rule's condition: a person must be able to read it, and a hostile one must not exhaust the check. */
export const MAX_DEPTH = 10;
export const MAX_NODES = 500;

const CONDITION_KEYS = ['all', 'any', 'not', 'atLeast,of', 'known', 'fact,is', 'fact,in', 'between,fact'] as const;
const NOT_A_CONDITION =
  'It must be a condition: "all", "any", "not", "known", "atLeast" with "of", or "fact" with one of "is", "in" and "between"';

interface Walk {
  readonly vocabulary: Vocabulary;
  readonly report: Report;
  nodes: number;
}

interface Place {
  readonly path: string;
  readonly depth: number;
  readonly negated: boolean;
}

function within(place: Place, ...keys: readonly (string | number)[]): Place {
  return { ...place, path: keys.reduce<string>(below, place.path), depth: place.depth + 1 };
}

function checkParts(walk: Walk, condition: unknown, key: string, place: Place): boolean {
  const parts = valueAt(condition, key);
  if (!Array.isArray(parts) || parts.length === 0) {
    walk.report(below(place.path, key), `"${key}" must be a list of at least one condition.`);
    return false;
  }
  let isSound = true;
  for (const [index, part] of parts.entries()) {
    if (walk.nodes > MAX_NODES) return false;
    isSound = checkCondition(walk, part, within(place, key, index)) && isSound;
  }
  return isSound;
}

function checkAtLeast(walk: Walk, condition: unknown, place: Place): boolean {
  const partsAreSound = checkParts(walk, condition, 'of', place);
  const need = valueAt(condition, 'atLeast');
  const parts = valueAt(condition, 'of');
  const most = Array.isArray(parts) ? Math.max(parts.length, 1) : Number.MAX_SAFE_INTEGER;
  if (Number.isInteger(need) && Number(need) >= 1 && Number(need) <= most) return partsAreSound;
  walk.report(
    below(place.path, 'atLeast'),
    '"atLeast" must be a whole number from 1 to the number of conditions in "of".',
  );
  return false;
}

function findWord(walk: Walk, condition: unknown, key: 'fact' | 'known', place: Place): Word | undefined {
  const id = valueAt(condition, key);
  const word = typeof id === 'string' ? walk.vocabulary.get(id) : undefined;
  if (word === undefined) walk.report(below(place.path, key), `The catalogue has no fact ${JSON.stringify(id)}.`);
  return word;
}

function refuseHarm(walk: Walk, fact: unknown, path: string): false {
  walk.report(
    path,
    `${JSON.stringify(fact)} counts as harm, so a rule may not rest on there being none or less of it: more harm must never lower the outcome.`,
  );
  return false;
}

function checkKnown(walk: Walk, condition: unknown, place: Place): boolean {
  const word = findWord(walk, condition, 'known', place);
  if (word === undefined) return false;
  if (word.isHarm && place.negated) return refuseHarm(walk, valueAt(condition, 'known'), below(place.path, 'known'));
  return true;
}

function checkComparison(walk: Walk, condition: unknown, operand: 'is' | 'in' | 'between', place: Place): boolean {
  const word = findWord(walk, condition, 'fact', place);
  // A fact whose own entry is faulty is reported there; nothing can be said here about its values.
  if (word === undefined || word.type === null) return false;
  const value = valueAt(condition, operand);
  if (!checkOperand(word.type, operand, value, below(place.path, operand), walk.report)) return false;
  // Sound by the checks above: the keys are those of a comparison and the operand fits the type.
  const comparison = condition as Comparison;
  if (!word.isHarm || !restsOnAbsence(word.type, comparison, place.negated)) return true;
  return refuseHarm(walk, comparison.fact, below(place.path, 'fact'));
}

function checkForm(walk: Walk, condition: object, place: Place): boolean {
  const keys = Object.keys(condition).sort().join(',');
  const form = CONDITION_KEYS.find((one) => one === keys);
  switch (form) {
    case 'all':
    case 'any':
      return checkParts(walk, condition, form, place);
    case 'not':
      return checkCondition(walk, valueAt(condition, 'not'), { ...within(place, 'not'), negated: !place.negated });
    case 'atLeast,of':
      return checkAtLeast(walk, condition, place);
    case 'known':
      return checkKnown(walk, condition, place);
    case 'fact,is':
      return checkComparison(walk, condition, 'is', place);
    case 'fact,in':
      return checkComparison(walk, condition, 'in', place);
    case 'between,fact':
      return checkComparison(walk, condition, 'between', place);
    case undefined:
      walk.report(place.path, `${NOT_A_CONDITION}; its keys are ${JSON.stringify(Object.keys(condition))}.`);
      return false;
    default:
      return form satisfies never;
  }
}

function checkCondition(walk: Walk, condition: unknown, place: Place): boolean {
  walk.nodes += 1;
  if (walk.nodes > MAX_NODES) {
    walk.report(place.path, `The rule has more than ${MAX_NODES} conditions; split it.`);
    return false;
  }
  if (place.depth > MAX_DEPTH) {
    walk.report(place.path, `Conditions may be nested at most ${MAX_DEPTH} deep.`);
    return false;
  }
  if (isRecord(condition)) return checkForm(walk, condition, place);
  walk.report(place.path, `${NOT_A_CONDITION}.`);
  return false;
}

/** A sound condition over this vocabulary: form, facts, values, size, and nothing resting on the absence of harm. */
export function conditionOver(vocabulary: Vocabulary): Shape<Condition> {
  return (value, path, report): value is Condition =>
    checkCondition({ vocabulary, report, nodes: 0 }, value, { path, depth: 1, negated: false });
}
