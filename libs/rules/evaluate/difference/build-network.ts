import type { Condition } from '../../condition.ts';
import { type FactTable, slotWhenMissing } from '../../conditions/fact-table.ts';
import { FALSE, opposite, TRUE, UNKNOWN } from '../../conditions/kleene.ts';
import { factOf, type Leaf, normalForm } from '../../conditions/normal-form.ts';
import { slotTruth } from '../../conditions/slot-truth.ts';
import type { RuleTrace } from '../../evaluation.ts';
import type { CompiledRule, CompiledRuleSet } from '../compiled-rule-set.ts';
import { answer } from './move.ts';
import type { CountingNode, Network, Question, WatchedRule } from './network.ts';

type Ask = (leaf: Leaf, negated: boolean) => Question;

/** Each leaf that the rules ask, once with and once without a `not` above it. */
function questionBook(indexOf: (id: string) => number): { readonly ask: Ask; readonly all: () => Question[] } {
  const book = new Map<string, Question>();
  const ask: Ask = (leaf, negated) => {
    const key = JSON.stringify([leaf, negated]);
    const truthOf = slotTruth(leaf);
    const question = book.get(key) ?? {
      factIndex: indexOf(factOf(leaf)),
      truthOf: negated ? (slot) => opposite(truthOf(slot)) : truthOf,
      askedBy: [],
      truth: UNKNOWN,
    };
    book.set(key, question);
    return question;
  };
  return { ask, all: () => [...book.values()] };
}

interface Position {
  readonly rule: WatchedRule;
  readonly above: CountingNode | null;
  readonly ask: Ask;
}

function addNode(need: number, parts: readonly Condition[], negated: boolean, { rule, above, ask }: Position): void {
  const counts = { holding: 0, failing: 0, truth: UNKNOWN } as const;
  const mayFail = parts.length - need;
  const node: CountingNode = { need, mayFail, questions: [], inner: [], above, rule, ...counts, base: counts };
  rule.nodes.push(node);
  above?.inner.push(node);
  for (const part of parts) addPart(part, negated, { rule, above: node, ask });
}

/**
 * Adds a condition below a node. A `not` goes down to the leaves: "not at least k of m" is "at least m - k + 1 of m
 * do not", with the same parts deciding and the same number of leaves short.
 */
function addPart(condition: Condition, negated: boolean, position: Position): void {
  const form = normalForm(condition);
  switch (form.kind) {
    case 'atLeast':
      addNode(negated ? form.of.length - form.need + 1 : form.need, form.of, negated, position);
      return;
    case 'not':
      addPart(form.inner, !negated, position);
      return;
    case 'leaf': {
      // A rule of one leaf has it under a node of its own.
      if (position.above === null) {
        addNode(1, [condition], negated, position);
        return;
      }
      const question = position.ask(form.leaf, negated);
      question.askedBy.push(position.above);
      position.above.questions.push(question);
      return;
    }
    default:
      return form satisfies never;
  }
}

/** A rule of one leaf is decided by its one fact, and no other part of it can hold. */
function readyTraces({ rule, leaves, factIds }: CompiledRule): readonly RuleTrace[] | null {
  if (leaves.length !== 1) return null;
  const trace = (result: RuleTrace['result']): RuleTrace =>
    Object.freeze({ ruleId: rule.id, ruleVersion: rule.version, result, decidedBy: factIds, nearMiss: false });
  const ready: RuleTrace[] = [];
  ready[FALSE] = trace('false');
  ready[UNKNOWN] = trace('unknown');
  ready[TRUE] = trace('true');
  return ready;
}

/** The network of all rules of a set, in the order of the set, standing at the base. */
export function buildNetwork(
  { facts, rules }: CompiledRuleSet,
  codesOf: (rule: CompiledRule) => readonly number[],
): Network {
  const index = new Map(facts.map(({ entry }, place) => [entry.id, place]));
  const book = questionBook((id) => index.get(id) ?? -1);
  const watched = rules.map((compiled, place) => {
    const ready = readyTraces(compiled);
    const counts = { holdingLeaves: 0, baseHoldingLeaves: 0, isTouched: false };
    const rule: WatchedRule = { compiled, place, codes: codesOf(compiled), nodes: [], ready, ...counts };
    addPart(compiled.rule.when, false, { rule, above: null, ask: book.ask });
    return rule;
  });
  const baseTable = facts.map(slotWhenMissing);
  const questions = book.all();
  settleAtBase(questions, watched, baseTable);
  const questionsOf = facts.map((_fact, place) => questions.filter(({ factIndex }) => factIndex === place));
  return { baseTable, rules: watched, questionsOf, marks: new Uint8Array(facts.length) };
}

function settleAtBase(questions: readonly Question[], rules: readonly WatchedRule[], table: FactTable): void {
  for (const question of questions) answer(question, question.truthOf(table[question.factIndex]), []);
  for (const rule of rules) {
    rule.baseHoldingLeaves = rule.holdingLeaves;
    rule.isTouched = false;
    for (const node of rule.nodes) {
      node.base = { holding: node.holding, failing: node.failing, truth: node.truth };
    }
  }
}
