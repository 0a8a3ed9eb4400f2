import type { RuleSetDiff } from '#rules';

/** A difference of two rule sets for a person to read: the rules touched, then each kind of referral that moves. */
export function diffInWords({ kinds, isComplete, added, removed, changed }: RuleSetDiff): string {
  const rules = `Rules added: ${list(added)}; removed: ${list(removed)}; changed: ${list(changed)}.`;
  const none = isComplete
    ? ['Proved: no referral would go elsewhere, in level or in urgency.']
    : ['No kind of referral was found that would go elsewhere, but the search was not complete.'];
  const lines = kinds.map((kind) => `- ${kind.direction}: ${kind.sentence}`);
  const more = isComplete || kinds.length === 0 ? [] : ['There are more kinds than are shown.'];
  return [rules, ...(kinds.length === 0 ? none : lines), ...more].join('\n');
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ');
}
