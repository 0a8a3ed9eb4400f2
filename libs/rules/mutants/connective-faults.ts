import type { Condition } from '../condition.ts';
import type { ChangedCondition } from './change-condition.ts';

type Kind = 'drop-condition' | 'negate-condition' | 'swap-all-any' | 'raise-at-least' | 'lower-at-least';
type Changed = ChangedCondition<Kind>;

function dropped(parts: readonly Condition[], rebuild: (parts: readonly Condition[]) => Condition): readonly Changed[] {
  if (parts.length < 2) return [];
  return parts.map((_part, place) => ({
    kind: 'drop-condition',
    what: `its condition ${place + 1} of ${parts.length} is dropped`,
    condition: rebuild(parts.filter((_one, other) => other !== place)),
  }));
}

function atLeastFaults(atLeast: number, of: readonly Condition[]): readonly Changed[] {
  const moved = (kind: Kind, to: number): Changed => ({
    kind,
    what: `it asks for at least ${to} instead of ${atLeast}`,
    condition: { atLeast: to, of },
  });
  return [
    ...(atLeast < of.length ? [moved('raise-at-least', atLeast + 1)] : []),
    ...(atLeast > 1 ? [moved('lower-at-least', atLeast - 1)] : []),
    ...dropped(of, (parts) => ({ atLeast: Math.min(atLeast, parts.length), of: parts })),
  ];
}

function swapped(what: string, condition: Condition): Changed {
  return { kind: 'swap-all-any', what, condition };
}

/** What can be done wrongly with a node that joins conditions. */
export function connectiveFaults(node: Condition): readonly Changed[] {
  if ('all' in node) {
    const swap = node.all.length > 1 ? [swapped('"all" becomes "any"', { any: node.all })] : [];
    return [...swap, ...dropped(node.all, (all) => ({ all }))];
  }
  if ('any' in node) {
    const swap = node.any.length > 1 ? [swapped('"any" becomes "all"', { all: node.any })] : [];
    return [...swap, ...dropped(node.any, (any) => ({ any }))];
  }
  if ('of' in node) return atLeastFaults(node.atLeast, node.of);
  if ('not' in node) return [{ kind: 'negate-condition', what: 'a "not" is left out', condition: node.not }];
  return [{ kind: 'negate-condition', what: 'a comparison is negated', condition: { not: node } }];
}
