import { type Fact, known, unknown } from '#domain';
import type { CatalogueEntry, Condition, RuleSet } from '#rules';
import { partsOf } from '../support/condition-parts.ts';
import { type Answer, asked } from './asked.ts';

const LETTERS: Readonly<Record<Answer, string>> = { true: 't', false: 'f', unknown: 'u' };

const STAND_INS: Readonly<Record<Answer, Fact>> = {
  true: known(true),
  false: known(false),
  unknown: unknown('not_known'),
};

function standIn(place: number): CatalogueEntry {
  const id = `part${place}`;
  const rest = { suppliedBy: [], sensitivity: 'ordinary', source: id } as const;
  return { id, label: id, type: { kind: 'boolean' }, missing: 'unknown', ...rest };
}

function withParts(condition: Condition, parts: readonly Condition[]): Condition {
  if ('all' in condition) return { all: parts };
  if ('any' in condition) return { any: parts };
  if ('of' in condition) return { atLeast: condition.atLeast, of: parts };
  const [only] = parts;
  if (only === undefined) throw new RangeError('Only a connective has parts.');
  return { not: only };
}

/**
 * A connective whose parts have been answered already. Each part is put to the interpreter as a boolean fact that is
 * true, false or unknown as the part was, which to the interpreter is the same; what it answers is remembered.
 */
export function rememberedConnective(condition: Condition, about: RuleSet): (answers: readonly Answer[]) => Answer {
  const entries = partsOf(condition).map((_part, place) => standIn(place));
  const question = withParts(
    condition,
    entries.map(({ id }) => ({ fact: id, is: true })),
  );
  const remembered = new Map<string, Answer>();
  return (answers) => {
    let key = '';
    for (const answer of answers) key += LETTERS[answer];
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const facts = Object.fromEntries(answers.map((answer, place) => [`part${place}`, STAND_INS[answer]]));
    const answer = asked(question, entries, facts, about);
    remembered.set(key, answer);
    return answer;
  };
}
