import { FALSE, type Kleene, TRUE, UNKNOWN } from '../../conditions/kleene.ts';
import type { CountingNode, Network, Question } from './network.ts';
import type { Difference } from './read-differences.ts';

/** Counts a part of a node that went from one truth to another, and upwards as far as something changes. */
function recount(node: CountingNode, before: Kleene, after: Kleene): void {
  if (before === TRUE) node.holding -= 1;
  else if (before === FALSE) node.failing -= 1;
  if (after === TRUE) node.holding += 1;
  else if (after === FALSE) node.failing += 1;

  const was = node.truth;
  const is = node.holding >= node.need ? TRUE : node.failing > node.mayFail ? FALSE : UNKNOWN;
  if (is === was) return;
  node.truth = is;
  if (node.above !== null) recount(node.above, was, is);
}

/** Gives a question another truth. The places of the rules that ask it are added to `touched`, each once. */
export function answer(question: Question, truth: Kleene, touched: number[]): void {
  const before = question.truth;
  question.truth = truth;
  const moreHold = (truth === TRUE ? 1 : 0) - (before === TRUE ? 1 : 0);
  for (const node of question.askedBy) {
    recount(node, before, truth);
    const { rule } = node;
    rule.holdingLeaves += moreHold;
    if (rule.isTouched) continue;
    rule.isTouched = true;
    touched.push(rule.place);
  }
}

/** Moves the network from the base to a case that differs from it in some facts; returns the rules that it touches. */
export function moveFromBase(network: Network, differences: readonly Difference[]): number[] {
  const touched: number[] = [];
  for (const { index, slot } of differences) {
    for (const question of network.questionsOf[index] ?? []) {
      const truth = question.truthOf(slot);
      if (truth !== question.truth) answer(question, truth, touched);
    }
  }
  return touched;
}

/** Puts the network back to the base. */
export function moveToBase(network: Network, differences: readonly Difference[], touched: readonly number[]): void {
  for (const { index } of differences) {
    for (const question of network.questionsOf[index] ?? []) question.truth = question.base;
  }
  for (const place of touched) {
    const rule = network.rules[place];
    if (rule === undefined) continue;
    rule.counts.holdingLeaves = rule.counts.baseHoldingLeaves;
    rule.counts.isTouched = false;
    for (const node of rule.nodes) {
      node.holding = node.base.holding;
      node.failing = node.base.failing;
      node.truth = node.base.truth;
    }
  }
}
