import type { Rule } from '#rules';
import type { FactColumns } from './fact-columns.ts';
import { feelExpression, feelText, unaryTests } from './feel.ts';
import { normalRows } from './normal-rows.ts';

/** A column of the table: what it looks at, under which heading. */
export interface InputColumn {
  readonly label: string;
  readonly expression: string;
  readonly typeRef: 'boolean' | 'number' | 'string' | 'date';
  readonly description?: string;
}

export interface TableRow {
  readonly rule: Rule;
  /** Unary tests by the expression of the column; columns that are not named accept anything. */
  readonly tests: ReadonlyMap<string, string>;
}

export interface Table {
  readonly columns: readonly InputColumn[];
  readonly rows: readonly TableRow[];
}

/** Where and when the rule is in force. */
function inForce({ effectiveFrom, effectiveTo, areas }: Rule): [string, string][] {
  const from = `date(${feelText(effectiveFrom)})`;
  const days = effectiveTo === undefined ? `>= ${from}` : `[${from}..date(${feelText(effectiveTo)})]`;
  return [
    ['onDate', days],
    ...(areas.includes('*') ? [] : [['area', areas.map(feelText).join(',')] as [string, string]]),
  ];
}

function rowsOf(rule: Rule, facts: FactColumns): readonly ReadonlyMap<string, string>[] {
  const rows = normalRows(rule.when, facts);
  if (rows === null) return [new Map([...inForce(rule), [feelExpression(rule.when, facts), 'true']])];
  return rows.map((row) => {
    const tests = [...facts].flatMap(([id, { name, entry }]): [string, string][] => {
      const values = row.get(id);
      return values === undefined ? [] : [[name, unaryTests(entry.type, values)]];
    });
    return new Map([...inForce(rule), ...tests]);
  });
}

const TYPE_REFS = { boolean: 'boolean', integer: 'number', enum: 'string' } as const;

/** The decision table of the rules: a column for each fact, and one for each rule that is too large for rows. */
export function tableOf(rules: readonly Rule[], facts: FactColumns): Table {
  const expressions = rules
    .filter((rule) => normalRows(rule.when, facts) === null)
    .map((rule): InputColumn => ({
      label: rule.title,
      expression: feelExpression(rule.when, facts),
      typeRef: 'boolean',
    }));
  const known = [...facts.values()].map(({ entry, name }): InputColumn => ({
    label: entry.label,
    expression: name,
    typeRef: TYPE_REFS[entry.type.kind],
    description: `Fact ${entry.id}. Without a report it is ${
      entry.missing === 'unknown' ? 'not known: give null' : `taken as ${JSON.stringify(entry.missing.absent)}`
    }.`,
  }));
  return {
    columns: [
      { label: 'Day', expression: 'onDate', typeRef: 'date' },
      { label: 'Area', expression: 'area', typeRef: 'string', description: 'null where it is not known' },
      // Two rules may have the same condition, and then share the column.
      ...new Map(expressions.map((column) => [column.expression, column])).values(),
      ...known,
    ],
    rows: rules.flatMap((rule) => rowsOf(rule, facts).map((tests) => ({ rule, tests }))),
  };
}
