import type { Candidate } from './candidate.ts';
import { keyOf } from './changes.ts';

/** Fewer changes first; then what lowers, then another pathway before another urgency, then by the facts changed. */
function bySize(a: Candidate, b: Candidate): number {
  const size = a.changes.length - b.changes.length;
  const direction = Number(b.isLower) - Number(a.isLower);
  const kind = Number('pathway' in b.gives) - Number('pathway' in a.gives);
  return size || direction || kind || byFacts(a, b);
}

function byFacts(a: Candidate, b: Candidate): number {
  for (const [place, { index }] of a.changes.entries()) {
    const other = b.changes[place]?.index ?? -1;
    if (index !== other) return index - other;
  }
  return keyOf(a.changes) < keyOf(b.changes) ? -1 : 1;
}

/**
 * At most so many, the smallest first. Each direction has half of the places, so that many ways up do not hide the one
 * way down; places that one leaves free go to the other.
 */
export function choose(candidates: readonly Candidate[], most: number): readonly Candidate[] {
  const sorted = [...candidates].sort(bySize);
  const lower = sorted.filter(({ isLower }) => isLower);
  const higher = sorted.filter(({ isLower }) => !isLower);
  const forLower = Math.max(Math.ceil(most / 2), most - higher.length);
  const shown = lower.slice(0, forLower);
  return [...shown, ...higher.slice(0, most - shown.length)].sort(bySize);
}
