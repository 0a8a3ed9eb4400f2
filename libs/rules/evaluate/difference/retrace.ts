import { FALSE, type Kleene, toTruth, TRUE, UNKNOWN } from '../../conditions/kleene.ts';
import type { RuleTrace } from '../../evaluation.ts';
import type { CompiledRule } from '../compiled-rule-set.ts';
import type { CountingNode, Network, WatchedRule } from './network.ts';

/** What a rule comes to where the network stands; the root of a rule says it. */
export function truthOf(rule: WatchedRule): Kleene {
  return rule.nodes[0]?.truth ?? UNKNOWN;
}

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

/** What a rule came to where the network stands, and why: the same as `traceRule`. */
export function retrace(rule: WatchedRule, { marks }: Network): RuleTrace {
  const [root] = rule.nodes;
  const truth = truthOf(rule);
  const ready = rule.ready?.[truth];
  if (ready !== undefined) return ready;
  return {
    ruleId: rule.compiled.rule.id,
    ruleVersion: rule.compiled.rule.version,
    result: toTruth(truth),
    decidedBy: root === undefined ? [] : decidedBy(rule.compiled, root, marks),
    nearMiss: truth === FALSE && root !== undefined && rule.holdingLeaves > 0 && isOneShort(root),
  };
}
