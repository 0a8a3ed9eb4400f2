import type { Condition, FactType } from '#rules';
import { type ConditionForm, conditionForm } from './condition-form.ts';
import type { FactColumns } from './fact-columns.ts';
import { everyValue, type ValueSet, valuesOf } from './value-set.ts';

/** Text as a FEEL literal; what XML cannot hold is written as an escape. */
export function feelText(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    .replace(/\p{Cc}|[\u2028\u2029\uFFFE\uFFFF]/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${escaped}"`;
}

export function feelList(items: readonly string[]): string {
  return `[${items.map(feelText).join(', ')}]`;
}

function literal(type: FactType, rank: number): string {
  switch (type.kind) {
    case 'boolean':
      return String(rank === 1);
    case 'integer':
      return String(rank);
    case 'enum':
      return feelText(type.values[rank] ?? '');
    default:
      return type satisfies never;
  }
}

/** The unary tests of a cell: `true`, `5,[7..17]`, `"some","severe"`; `null` for a fact that is not known. */
export function unaryTests(type: FactType, values: ValueSet): string {
  if (values === 'not known') return 'null';
  const tests = values.flatMap(([low, high]) => {
    if (type.kind === 'integer') return [low === high ? literal(type, low) : `[${low}..${high}]`];
    return Array.from({ length: high - low + 1 }, (_, step) => literal(type, low + step));
  });
  return tests.join(',');
}

function leafText({ leaf, negated }: Extract<ConditionForm, { kind: 'leaf' }>, columns: FactColumns): string {
  const column = columns.get('known' in leaf ? leaf.known : leaf.fact);
  if (column === undefined) return 'false';
  const { name, entry } = column;
  if ('known' in leaf && negated) return `(${name} = null)`;
  const values = 'known' in leaf ? everyValue(entry.type) : valuesOf(leaf, entry.type, negated);
  // In brackets: engines differ in how far the list after `in` reaches.
  return values.length === 0 ? 'false' : `(${name} in (${unaryTests(entry.type, values)}))`;
}

function formText(form: ConditionForm, columns: FactColumns): string {
  if (form.kind === 'leaf') return leafText(form, columns);
  const parts = form.parts.map((part) => formText(part, columns));
  if (form.need === parts.length) return `(${parts.join(' and ')})`;
  if (form.need === 1) return `(${parts.join(' or ')})`;
  return `(count([${parts.join(', ')}][item = true]) >= ${form.need})`;
}

/** A condition as one FEEL expression, which is true exactly when the condition is; `null` stands for not known. */
export function feelExpression(condition: Condition, columns: FactColumns): string {
  return formText(conditionForm(condition), columns);
}
