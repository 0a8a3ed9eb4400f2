import type { Example, Verification } from '#rules';
import type { Caught, MutantTable } from './try-mutants.ts';
import type { Verified } from './verified.ts';

/** A verification for a person to read: what is proved, and everything that is not, with its example. */
export function verifiedInWords({ name, rules, facts, milliseconds, verification }: Verified): string {
  const { invariants, isSafe, effort } = verification;
  const proved = invariants.filter((one) => one.proof === 'proved').length;
  const head = `${name} ${verification.version}: ${isSafe ? 'safe' : 'NOT SAFE'}`;
  const lines = [
    `${head}; ${String(proved)} of ${String(invariants.length)} invariants proved, ${String(rules)} rules over ` +
      `${String(facts)} facts, ${String(effort.questions)} questions, ${String(milliseconds)} ms`,
    ...findingsInWords(verification),
  ];
  return `${lines.join('\n')}\n`;
}

/** Everything that is not proved, with its example, and what a person should look at. */
export function findingsInWords({ invariants, findings }: Verification): string[] {
  return [
    ...invariants
      .filter((one) => one.proof !== 'proved')
      .flatMap((one) => [`  ${one.proof}: ${one.title} (${one.id})`, ...exampleInWords(one.example)]),
    ...findings.map((one) => `  ${one.kind}: ${one.sentence}`),
  ];
}

function exampleInWords(example: Example | null): string[] {
  if (example === null) return [];
  const facts = Object.entries(example.facts).map(
    ([id, fact]) => `${id} ${fact.known ? String(fact.value) : 'unknown'}`,
  );
  const { level, urgency } = example.definite;
  return [`    for example ${facts.join(', ')} gives ${level}, ${urgency}`];
}

const COLUMNS: readonly Caught[] = ['load', 'proof', 'missed', 'equivalent'];

/** The table of seeded faults, all packs together and by kind. */
export function mutantsInWords(tables: readonly MutantTable[]): string {
  const total = new Map<string, Record<Caught, number>>();
  for (const { rows } of tables) {
    for (const { kind, caught } of rows) {
      const sum = total.get(kind) ?? { load: 0, proof: 0, equivalent: 0, missed: 0 };
      for (const column of COLUMNS) sum[column] += caught[column];
      total.set(kind, sum);
    }
  }
  const lines = [...total].map(([kind, row]) =>
    line(
      kind,
      COLUMNS.map((column) => String(row[column])),
    ),
  );
  const sums = COLUMNS.map((column) => [...total.values()].reduce((sum, row) => sum + row[column], 0));
  const [load = 0, proof = 0, missed = 0, equivalent = 0] = sums;
  const differing = load + proof + missed;
  const share = differing === 0 ? 100 : ((load + proof) / differing) * 100;
  return [
    `\nSeeded faults (${String(differing + equivalent)})`,
    line('kind', ['at load', 'by proof', 'missed', 'equivalent']),
    ...lines,
    line('all', sums.map(String)),
    `caught ${String(load + proof)} of ${String(differing)} that change an outcome: ${share.toFixed(1)} %`,
    ...tables.flatMap(({ pack, missed: sentences }) => sentences.map((sentence) => `  missed in ${pack}: ${sentence}`)),
    '',
  ].join('\n');
}

function line(kind: string, cells: readonly string[]): string {
  return [`  ${kind.padEnd(34)}`, ...cells.map((cell) => cell.padStart(11))].join('');
}
