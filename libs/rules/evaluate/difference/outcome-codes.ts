import { type CombinedOutcome, LEVELS, URGENCIES } from '#domain';
import type { Rule } from '../../rule-set.ts';
import type { CompiledRuleSet } from '../compiled-rule-set.ts';
import type { WatchedRule } from './network.ts';

const KINDS = ['routes', 'actions', 'services', 'questions'] as const;
type Kind = (typeof KINDS)[number];

/** Every code that the rules of a set give: one kind after the other, each sorted. */
export interface OutcomeCodes {
  readonly codes: readonly string[];
  /** Where the codes of a kind end. */
  readonly ends: Readonly<Record<Kind, number>>;
  /** For each code, clear between uses. */
  readonly marks: Uint8Array;
}

export function outcomeCodes({ rules }: CompiledRuleSet): {
  readonly outcomes: OutcomeCodes;
  readonly codesOf: (rule: { readonly rule: Rule }) => readonly number[];
} {
  const codes: string[] = [];
  const ends = { routes: 0, actions: 0, services: 0, questions: 0 };
  const placeOf = new Map<string, number>();
  for (const kind of KINDS) {
    for (const code of [...new Set(rules.flatMap(({ rule }) => rule.then[kind] ?? []))].sort()) {
      placeOf.set(`${kind} ${code}`, codes.length);
      codes.push(code);
    }
    ends[kind] = codes.length;
  }
  const codesOf = ({ rule }: { readonly rule: Rule }): number[] =>
    KINDS.flatMap((kind) => (rule.then[kind] ?? []).flatMap((code) => placeOf.get(`${kind} ${code}`) ?? []));
  return { outcomes: { codes, ends, marks: new Uint8Array(codes.length) }, codesOf };
}

/** The marked codes from a place up to another, sorted; their marks are taken off. */
function takeMarked({ codes, marks }: OutcomeCodes, from: number, to: number): string[] {
  const taken: string[] = [];
  for (let place = from; place < to; place += 1) {
    if (marks[place] !== 1) continue;
    marks[place] = 0;
    taken.push(codes[place] ?? '');
  }
  return taken;
}

/** The lattice join of what rules add: the same as `combine`. */
export function joinOutcomes(outcomes: OutcomeCodes, rules: readonly WatchedRule[]): CombinedOutcome {
  let level = 0;
  let urgency = 0;
  let redLine = false;
  for (const { compiled, codes } of rules) {
    if (compiled.level > level) level = compiled.level;
    if (compiled.urgency > urgency) urgency = compiled.urgency;
    if (compiled.rule.then.redLine === true) redLine = true;
    for (const code of codes) outcomes.marks[code] = 1;
  }
  const { ends } = outcomes;
  return {
    level: LEVELS[level] ?? 'universal',
    urgency: URGENCIES[urgency] ?? 'blue',
    redLine,
    routes: takeMarked(outcomes, 0, ends.routes),
    actions: takeMarked(outcomes, ends.routes, ends.actions),
    services: takeMarked(outcomes, ends.actions, ends.services),
    questions: takeMarked(outcomes, ends.services, ends.questions),
  };
}
