import type { Condition } from '../../condition.ts';
import { type CompiledFact, type FactTable } from '../../conditions/fact-table.ts';
import { FALSE, type Kleene, opposite, toTruth, TRUE, UNKNOWN } from '../../conditions/kleene.ts';
import { factOf, type Leaf, normalForm } from '../../conditions/normal-form.ts';
import { type SlotTruth, slotTruth } from '../../conditions/slot-truth.ts';
import type { RuleTrace } from '../../evaluation.ts';
import type { CompiledRule, CompiledRuleSet } from '../compiled-rule-set.ts';
import { answer } from './move.ts';
import type { CountingNode, Network, Question, RuleCounts, WatchedRule } from './network.ts';

type Ask = (leaf: Leaf, negated: boolean) => Question;

/** Each leaf that the rules ask, once with and once without a `not` above it. */
function questionBook(facts: readonly CompiledFact[], baseTable: FactTable): { ask: Ask; all: () => Question[] } {
  const index = new Map(facts.map(({ entry }, place) => [entry.id, place]));
  const book = new Map<string, Question>();
  const ask: Ask = (leaf, negated) => {
    const key = JSON.stringify([leaf, negated]);
    const known = book.get(key);
    if (known !== undefined) return known;
    const factIndex = index.get(factOf(leaf)) ?? -1;
    const asWorded = slotTruth(leaf);
    const truthOf: SlotTruth = negated ? (slot) => opposite(asWorded(slot)) : asWorded;
    const question: Question = { factIndex, truthOf, askedBy: [], base: truthOf(baseTable[factIndex]), truth: UNKNOWN };
    book.set(key, question);
    return question;
  };
  return { ask, all: () => [...book.values()] };
}

interface Position {
  readonly rule: RuleCounts;
  readonly nodes: CountingNode[];
  readonly above: CountingNode | null;
  readonly ask: Ask;
}

function addNode(need: number, parts: readonly Condition[], negated: boolean, position: Position): CountingNode {
  const { rule, nodes, above } = position;
  const counts = { holding: 0, failing: 0, truth: UNKNOWN } as const;
  const size = parts.length;
  const node: CountingNode = {
    need,
    size,
    mayFail: size - need,
    questions: [],
    inner: [],
    above,
    rule,
    firstBit: 1,
    allBits: 1,
    isWide: false,
    ...counts,
    base: counts,
  };
  nodes.push(node);
  above?.inner.push(node);
  for (const part of parts) addPart(part, negated, { ...position, above: node });
  return node;
}

/**
 * Adds a condition below a node. A `not` goes down to the leaves: "not at least k of m" is "at least m - k + 1 of m
 * do not", with the same parts deciding and the same number of leaves short. Returns the node in which the condition is.
 */
function addPart(condition: Condition, negated: boolean, position: Position): CountingNode {
  const form = normalForm(condition);
  switch (form.kind) {
    case 'atLeast':
      return addNode(negated ? form.of.length - form.need + 1 : form.need, form.of, negated, position);
    case 'not':
      return addPart(form.inner, !negated, position);
    case 'leaf': {
      // A rule of one leaf has it under a node of its own.
      if (position.above === null) return addNode(1, [condition], negated, position);
      const question = position.ask(form.leaf, negated);
      question.askedBy.push(position.above);
      position.above.questions.push(question);
      return position.above;
    }
    default:
      return form satisfies never;
  }
}

/** A rule of one leaf is decided by its one fact, and no other part of it can hold. False, unknown, true. */
function tracesOfOneLeaf({ rule, factIds }: CompiledRule): readonly [RuleTrace, RuleTrace, RuleTrace] {
  const trace = (truth: Kleene): RuleTrace =>
    Object.freeze({
      ruleId: rule.id,
      ruleVersion: rule.version,
      result: toTruth(truth),
      decidedBy: factIds,
      nearMiss: false,
    });
  return [trace(FALSE), trace(UNKNOWN), trace(TRUE)];
}

/** Leaves above which a node is wide: it has so many ways to be decided that each is met too rarely to be kept. */
const WIDE = 6;
/** With the result and the near miss a key stays a small integer. */
const MOST_BITS = 26;

/** Deals out the bits of keys; false where there are too many nodes for keys. */
function dealBits(nodes: readonly CountingNode[]): boolean {
  let used = 0;
  for (const node of nodes) {
    const leaves = node.questions.length;
    node.isWide = leaves > WIDE;
    const width = node.isWide ? 1 : leaves;
    node.firstBit = 2 ** used;
    node.allBits = (2 ** width - 1) * node.firstBit;
    used += width;
  }
  return used <= MOST_BITS;
}

/** The network of all rules of a set, in the order of the set, standing at the base. */
export function buildNetwork(
  { facts, rules }: CompiledRuleSet,
  baseTable: FactTable,
  codesOf: (rule: CompiledRule) => readonly number[],
): Network {
  const book = questionBook(facts, baseTable);
  const watched = rules.map((compiled, place) => {
    const counts = { place, holdingLeaves: 0, baseHoldingLeaves: 0, isTouched: false };
    const nodes: CountingNode[] = [];
    const root = addPart(compiled.rule.when, false, { rule: counts, nodes, above: null, ask: book.ask });
    const hasKeys = dealBits(nodes);
    const ofOneLeaf = compiled.leaves.length === 1 ? tracesOfOneLeaf(compiled) : null;
    return {
      compiled,
      codes: codesOf(compiled),
      counts,
      root,
      nodes,
      ofOneLeaf,
      hasKeys,
      made: new Map<number, RuleTrace>(),
    };
  });
  const questions = book.all();
  settleAtBase(questions, watched);
  const questionsOf = facts.map((_fact, place) => questions.filter(({ factIndex }) => factIndex === place));
  return { rules: watched, questionsOf, marks: new Uint8Array(facts.length) };
}

function settleAtBase(questions: readonly Question[], rules: readonly WatchedRule[]): void {
  for (const question of questions) answer(question, question.base, []);
  for (const { counts, nodes } of rules) {
    counts.baseHoldingLeaves = counts.holdingLeaves;
    counts.isTouched = false;
    for (const node of nodes) {
      node.base = { holding: node.holding, failing: node.failing, truth: node.truth };
    }
  }
}
