import type { Condition } from '#rules';
import { type ConditionForm, conditionForm } from './condition-form.ts';
import type { FactColumns } from './fact-columns.ts';
import { both, everyValue, type ValueSet, valuesOf } from './value-set.ts';

/** What one row of a table asks of each fact; a fact that is not named may be anything. */
export type NormalRow = ReadonlyMap<string, ValueSet>;

/** A rule that needs more rows than this is written as one expression instead: nobody could read them. */
export const MAX_ROWS = 64;

class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

/** The row that asks what both ask, or none when nothing can be both. */
function joined(a: NormalRow, b: NormalRow): readonly NormalRow[] {
  const row = new Map(a);
  for (const [fact, values] of b) {
    const before = row.get(fact);
    const after = before === undefined ? values : both(before, values);
    if (after !== 'not known' && after.length === 0) return [];
    row.set(fact, after);
  }
  return [row];
}

function distinct(rows: readonly NormalRow[]): readonly NormalRow[] {
  const byText = new Map(rows.map((row) => [JSON.stringify([...row].sort(([a], [b]) => (a < b ? -1 : 1))), row]));
  if (byText.size > MAX_ROWS) throw new TooManyRows();
  return [...byText.values()];
}

function rowsOf(form: ConditionForm, columns: FactColumns): readonly NormalRow[] {
  if (form.kind === 'atLeast')
    return combinations(
      form.parts.map((part) => rowsOf(part, columns)),
      form.need,
    );
  const { leaf, negated } = form;
  const id = 'known' in leaf ? leaf.known : leaf.fact;
  const type = columns.get(id)?.entry.type;
  if (type === undefined) return [];
  if ('known' in leaf) return [new Map([[id, negated ? 'not known' : everyValue(type)]])];
  const values = valuesOf(leaf, type, negated);
  return values.length === 0 ? [] : [new Map([[id, values]])];
}

/** The rows for "at least so many of these parts": every choice of that many, each row of one with each of another. */
function combinations(parts: readonly (readonly NormalRow[])[], need: number): readonly NormalRow[] {
  // chosen[k]: rows for having chosen k of the parts so far, where the rest can still make up for it.
  let chosen: readonly (readonly NormalRow[])[] = [[new Map()]];
  parts.forEach((part, place) => {
    const before = chosen;
    const fewest = need - (parts.length - place - 1);
    chosen = Array.from({ length: Math.min(need, place + 1) + 1 }, (_, count) => {
      if (count < fewest) return [];
      const withPart = (before[count - 1] ?? []).flatMap((row) => part.flatMap((other) => joined(row, other)));
      return distinct([...(before[count] ?? []), ...withPart]);
    });
  });
  return chosen[need] ?? [];
}

/**
 * The rows of which at least one matches exactly when the condition is true, with facts that may be unknown: the
 * disjunctive normal form, which Kleene's logic has too. Null when there would be more than 64.
 */
export function normalRows(condition: Condition, columns: FactColumns): readonly NormalRow[] | null {
  try {
    return rowsOf(conditionForm(condition), columns);
  } catch (error: unknown) {
    if (error instanceof TooManyRows) return null;
    throw error;
  }
}
