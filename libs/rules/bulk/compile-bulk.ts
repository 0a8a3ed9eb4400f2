import type { CompiledRule, CompiledRuleSet } from '../evaluate/compiled-rule-set.ts';
import type { Circuit, Ref } from './circuit/circuit.ts';
import { CircuitBuilder } from './circuit/circuit-builder.ts';
import { conditionBounds, type Given, given } from './circuit/condition-gates.ts';
import { liveGates } from './circuit/live-gates.ts';
import {
  addsNothing,
  type OutcomeClass,
  type OutcomeRefs,
  outcomeRefs,
  type Reached,
} from './circuit/outcome-gates.ts';
import { type Scope, scopeName, scopeOf } from './circuit/scope.ts';
import { planeMap, type PlaneMap } from './columns/fact-columns.ts';
import { CircuitLinker } from './run/circuit-linker.ts';

/** A rule set as operations on bitsets, of which no two are the same. */
export interface BulkRuleSet {
  readonly map: PlaneMap;
  /** When and where rules are in force; their slots follow those of the planes. */
  readonly scopes: readonly Scope[];
  readonly linker: CircuitLinker;
  readonly circuit: Circuit;
  readonly outcomes: OutcomeRefs;
}

function grouped<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function className({ level, urgency, rule }: CompiledRule): string {
  return `${level}/${urgency}/${rule.then.redLine === true ? 'red line' : ''}`;
}

/** Rules of one scope that add the same. */
function outcomeClass(from: Given, rules: readonly CompiledRule[], inForce: Ref): readonly OutcomeClass[] {
  const [first] = rules;
  if (first === undefined) return [];
  const { builder } = from;
  const bounds = rules.map(({ rule }) => conditionBounds(from, rule.when));
  const inner = builder.or(bounds.map(({ definite }) => definite));
  const outer = builder.or(bounds.map(({ possible }) => possible));
  const [definite, possible] = builder.nested(inner, outer);
  return [
    {
      definite: builder.and([inForce, definite]),
      possible: builder.and([inForce, possible]),
      level: first.level,
      urgency: first.urgency,
      isRedLine: first.rule.then.redLine === true,
    },
  ];
}

function movedReached({ levels, urgencies }: Reached, moved: (ref: Ref) => Ref): Reached {
  return { levels: levels.map(moved), urgencies: urgencies.map(moved) };
}

function allRefs({ definite, possible, redLine }: OutcomeRefs): readonly Ref[] {
  return [definite, possible].flatMap(({ levels, urgencies }) => [...levels, ...urgencies]).concat(redLine);
}

/**
 * Compiles a rule set for many cases at once (rules.md, Backtest). What several rules ask is asked once; rules that
 * raise neither level nor urgency and draw no red line are left out, since they do not show in the outcomes.
 */
export function compileBulk(compiled: CompiledRuleSet): BulkRuleSet {
  const map = planeMap(compiled.facts);
  const rules = compiled.rules.filter((rule) => !addsNothing(rule));
  const byScope = [...grouped(rules, ({ rule }) => scopeName(scopeOf(rule))).values()];
  const firstScope = 1 + map.planes;
  const builder = new CircuitBuilder(firstScope + byScope.length);
  const from = given(builder, map, compiled.facts);
  const classes = byScope.flatMap((inScope, place) =>
    [...grouped(inScope, className).values()].flatMap((same) => outcomeClass(from, same, 2 * (firstScope + place))),
  );
  const outcomes = outcomeRefs(builder, classes);
  const { inputs, gates, moved } = liveGates(builder, allRefs(outcomes));
  return {
    map,
    scopes: byScope.flatMap(([first]) => (first === undefined ? [] : [scopeOf(first.rule)])),
    linker: new CircuitLinker({ inputs, gates }, map),
    circuit: { inputs, gates },
    outcomes: {
      definite: movedReached(outcomes.definite, moved),
      possible: movedReached(outcomes.possible, moved),
      redLine: moved(outcomes.redLine),
    },
  };
}
