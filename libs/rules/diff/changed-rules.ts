import type { RuleSet } from '../rule-set.ts';
import type { RuleSetDiff } from './rule-set-diff.ts';

/** The same text for the same content, whatever the order of the keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join()}}`;
}

/** Which rules differ in anything at all, wording included. */
export function changedRules(before: RuleSet, after: RuleSet): Pick<RuleSetDiff, 'added' | 'removed' | 'changed'> {
  const texts = (ruleSet: RuleSet) => new Map(ruleSet.rules.map((rule) => [rule.id, canonical(rule)]));
  const [old, fresh] = [texts(before), texts(after)];
  return {
    added: [...fresh.keys()].filter((id) => !old.has(id)).sort(),
    removed: [...old.keys()].filter((id) => !fresh.has(id)).sort(),
    changed: [...fresh].flatMap(([id, text]) => (old.has(id) && old.get(id) !== text ? [id] : [])).sort(),
  };
}
