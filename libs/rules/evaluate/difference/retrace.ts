import { FALSE, type Kleene, toTruth, TRUE } from '../../conditions/kleene.ts';
import type { RuleTrace } from '../../evaluation.ts';
import type { CompiledRule } from '../compiled-rule-set.ts';
import type { CountingNode, Network, WatchedRule } from './network.ts';

/** Whether one leaf is wanting. A leaf that does not hold is one short, so a node can be only through its parts. */
function isOneShort(node: CountingNode): boolean {
  if (node.need - node.holding !== 1) return false;
  let holding = node.holding;
  for (const inner of node.inner) {
    if (inner.truth === TRUE) holding -= 1;
    else if (isOneShort(inner)) return true;
  }
  return holding < node.questions.length;
}

/** Marks the facts that made a node come to `result`, those of the parts that came to the same; returns how many. */
function markDeciding(node: CountingNode, result: Kleene, marks: Uint8Array): number {
  let marked = 0;
  for (const { truth, factIndex } of node.questions) {
    if (truth !== result || marks[factIndex] === 1) continue;
    marks[factIndex] = 1;
    marked += 1;
  }
  for (const inner of node.inner) if (inner.truth === result) marked += markDeciding(inner, result, marks);
  return marked;
}

/** The ids of the facts that decided a rule, sorted. When all of its facts did, which is usual, its own list. */
function decidedBy({ factIndexes, factIds }: CompiledRule, root: CountingNode, marks: Uint8Array): readonly string[] {
  const marked = markDeciding(root, root.truth, marks);
  const isAll = marked === factIndexes.length;
  const ids: string[] = [];
  for (let place = 0; place < factIndexes.length; place += 1) {
    const index = factIndexes[place] ?? 0;
    if (!isAll && marks[index] === 1) ids.push(factIds[place] ?? '');
    marks[index] = 0;
  }
  return isAll ? factIds : ids;
}

/** Traces that are kept of one rule. */
const MOST_MADE = 64;

/** Stands for a trace that no key describes. */
const NO_KEY = -1;

function leavesLike({ holding, failing, size, inner }: CountingNode, result: Kleene): number {
  let like = result === TRUE ? holding : result === FALSE ? failing : size - holding - failing;
  for (const { truth } of inner) if (truth === result) like -= 1;
  return like;
}

/** The bits that tell which leaves of a node decided, one for each or, in a wide node, one for all of them. */
function ownBits(node: CountingNode, result: Kleene): number {
  const like = leavesLike(node, result);
  if (like === 0) return 0;
  if (like === node.questions.length) return node.allBits;
  if (node.isWide) return NO_KEY;
  let bits = 0;
  let bit = node.firstBit;
  for (const { truth } of node.questions) {
    if (truth === result) bits += bit;
    bit *= 2;
  }
  return bits;
}

/** A number that tells which leaves decided; `NO_KEY` where some leaves of a wide node did and others did not. */
function decidingBits(node: CountingNode, result: Kleene): number {
  let bits = ownBits(node, result);
  for (const inner of node.inner) {
    if (bits === NO_KEY) return NO_KEY;
    if (inner.truth !== result) continue;
    const below = decidingBits(inner, result);
    bits = below === NO_KEY ? NO_KEY : bits + below;
  }
  return bits;
}

/** For traces that more than one case shares. */
export function frozen(trace: RuleTrace): RuleTrace {
  Object.freeze(trace.decidedBy);
  return Object.freeze(trace);
}

function makeTrace({ compiled, root }: WatchedRule, nearMiss: boolean, { marks }: Network): RuleTrace {
  return {
    ruleId: compiled.rule.id,
    ruleVersion: compiled.rule.version,
    result: toTruth(root.truth),
    decidedBy: decidedBy(compiled, root, marks),
    nearMiss,
  };
}

/**
 * What a rule came to where the network stands, and why: the same as `traceRule`. Few different traces of a rule occur
 * in most cases, so those that a small number describes are kept for others.
 */
export function retrace(rule: WatchedRule, network: Network): RuleTrace {
  const { root } = rule;
  const { truth } = root;
  if (rule.ofOneLeaf !== null) return rule.ofOneLeaf[truth];
  const nearMiss = truth === FALSE && rule.counts.holdingLeaves > 0 && isOneShort(root);
  const bits = rule.hasKeys ? decidingBits(root, truth) : NO_KEY;
  if (bits === NO_KEY) return makeTrace(rule, nearMiss, network);
  const key = (bits * 3 + truth) * 2 + (nearMiss ? 1 : 0);
  const known = rule.made.get(key);
  if (known !== undefined) return known;
  const made = makeTrace(rule, nearMiss, network);
  if (rule.made.size < MOST_MADE) rule.made.set(key, frozen(made));
  return made;
}
