import { compileFunction } from 'node:vm';
import type { CompiledRuleSet, FactColumns } from '#rules';
import { planeMap } from '../../../libs/rules/bulk/columns/fact-columns.ts';
import { additionOf } from '../engines/join.ts';
import { comparisonWords } from './comparison-words.ts';
import { ConditionWords } from './condition-words.ts';
import { StraightLine } from './straight-line.ts';

export const OUTPUTS = ['definiteLevel', 'definiteUrgency', 'possibleLevel', 'possibleUrgency', 'redLine'] as const;
type Output = (typeof OUTPUTS)[number];
export type LoopOutcomes = Readonly<Record<Output, Uint8Array>>;

const RANKS = [1, 2, 3, 4] as const;

/** Turns the words of "at least this rank" into one byte a case, eight cases at a time. */
function writeBytes(line: StraightLine, output: Output, reached: readonly string[]): void {
  const [one = '0', two = '0', three = '0', four = '0'] = reached;
  const bits = [`(${one} & ~${two}) | (${three} & ~${four})`, `${two} & ~${four}`, four];
  const names = bits.map((bit) => line.variable(bit));
  const spread = (name: string, shift: number): string =>
    `((Math.imul(${name} & 15, 0x204081) & 0x1010101) << ${shift})`;
  for (let quarter = 0; quarter < 8; quarter += 1) {
    line.plain(`${output}[i * 8 + ${quarter}] = ${names.map(spread).join(' | ')};`);
    if (quarter < 7) line.plain(names.map((name) => `${name} >>>= 4;`).join(' '));
  }
}

function source({ facts, rules }: CompiledRuleSet): string {
  const line = new StraightLine();
  const { places } = planeMap(facts);
  const words = new ConditionWords(line, (comparison) => {
    const index = facts.findIndex(({ entry }) => entry.id === comparison.fact);
    const [fact, place] = [facts[index], places[index]];
    if (fact === undefined || place === undefined) throw new RangeError(`No fact is called ${comparison.fact}.`);
    return comparisonWords(line, comparison, fact.entry.type, place);
  });
  const judged = rules.map(({ rule }) => ({ ...additionOf(rule), bounds: words.of(rule.when) }));
  const reached = (rankOf: (rule: (typeof judged)[number]) => number, bound: 0 | 1): readonly string[] =>
    RANKS.map((rank) => line.or(judged.filter((rule) => rankOf(rule) >= rank).map(({ bounds }) => bounds[bound])));
  writeBytes(
    line,
    'definiteLevel',
    reached(({ level }) => level, 0),
  );
  writeBytes(
    line,
    'definiteUrgency',
    reached(({ urgency }) => urgency, 0),
  );
  writeBytes(
    line,
    'possibleLevel',
    reached(({ level }) => level, 1),
  );
  writeBytes(
    line,
    'possibleUrgency',
    reached(({ urgency }) => urgency, 1),
  );
  writeBytes(
    line,
    'redLine',
    reached(({ redLine }) => Number(redLine), 0),
  );
  return [...line.before, 'for (let i = 0; i < words; i += 1) {', ...line.lines, '}'].join('\n');
}

/**
 * One loop over the columns with every rule written out in it: what a programmer with all the time in the world would
 * write for this one rule set, 32 cases at a step, each word read once. It is written by a program so that it never
 * falls behind the rule set.
 */
export function bitsetLoop(compiled: CompiledRuleSet): (columns: FactColumns) => LoopOutcomes {
  const loop = compileFunction(source(compiled), ['planes', 'used', 'stride', 'words', ...OUTPUTS]) as (
    planes: Int32Array,
    used: Int32Array,
    stride: number,
    words: number,
    ...outputs: readonly Int32Array[]
  ) => void;
  return ({ planes, used, stride, count }) => {
    const words = Math.ceil(count / 32);
    const outputs = OUTPUTS.map(() => new Int32Array(words * 8));
    loop(planes, used, stride, words, ...outputs);
    const bytes = outputs.map((output) => new Uint8Array(output.buffer, 0, count));
    const [definiteLevel, definiteUrgency, possibleLevel, possibleUrgency, redLine] = bytes;
    if (!definiteLevel || !definiteUrgency || !possibleLevel || !possibleUrgency || !redLine) {
      throw new RangeError('An output is missing.');
    }
    return { definiteLevel, definiteUrgency, possibleLevel, possibleUrgency, redLine };
  };
}
