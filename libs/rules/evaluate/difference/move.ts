import type { FactTable } from '../../conditions/fact-table.ts';
import { FALSE, type Kleene, TRUE, UNKNOWN } from '../../conditions/kleene.ts';
import type { CountingNode, Network, Question, WatchedRule } from './network.ts';

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

/** Gives a question another truth. Rules that ask it are added to `touched`, each once. */
export function answer(question: Question, truth: Kleene, touched: WatchedRule[]): void {
  const before = question.truth;
  question.truth = truth;
  const moreHold = (truth === TRUE ? 1 : 0) - (before === TRUE ? 1 : 0);
  for (const node of question.askedBy) {
    recount(node, before, truth);
    const { rule } = node;
    rule.holdingLeaves += moreHold;
    if (rule.isTouched) continue;
    rule.isTouched = true;
    touched.push(rule);
  }
}

/** Moves the network from the base to a case that differs from it in some facts; returns the rules that may differ. */
export function moveFromBase(network: Network, table: FactTable, changed: readonly number[]): WatchedRule[] {
  const touched: WatchedRule[] = [];
  for (const fact of changed) {
    for (const question of network.questionsOf[fact] ?? []) {
      const truth = question.truthOf(table[fact]);
      if (truth !== question.truth) answer(question, truth, touched);
    }
  }
  return touched;
}

/** Puts the network back to the base. */
export function moveToBase(network: Network, changed: readonly number[], touched: readonly WatchedRule[]): void {
  for (const fact of changed) {
    const slot = network.baseTable[fact];
    for (const question of network.questionsOf[fact] ?? []) question.truth = question.truthOf(slot);
  }
  for (const rule of touched) {
    rule.holdingLeaves = rule.baseHoldingLeaves;
    rule.isTouched = false;
    for (const node of rule.nodes) {
      node.holding = node.base.holding;
      node.failing = node.base.failing;
      node.truth = node.base.truth;
    }
  }
}
