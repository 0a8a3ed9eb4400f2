import { foldedText } from './folded-text.ts';
import type { Needle } from './needles.ts';
import { REDACTION_KINDS, type RedactionKind } from './third-party.ts';

/** What stands in place of what was taken out. */
export type Placeholder = (kind: RedactionKind, person: number | null) => string;

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly needle: Needle;
}

/** Takes out of texts what would tell who somebody else is, and counts what it took. */
export class Redactor {
  private readonly counted = new Map<RedactionKind, number>(REDACTION_KINDS.map((kind) => [kind, 0]));

  constructor(
    private readonly needles: readonly Needle[],
    private readonly placeholder: Placeholder,
  ) {}

  redact(text: string): string {
    const source = foldedText(text);
    const hits = this.needles.flatMap((needle) =>
      [...source.folded.matchAll(needle.pattern)].map((match): Hit => {
        const from = match.index;
        return { from, to: from + match[0].length, needle };
      }),
    );
    let told = '';
    let place = 0;
    for (const hit of withoutOverlap(hits)) {
      told += text.slice(place, source.at(hit.from)) + this.placeholder(hit.needle.kind, hit.needle.person);
      place = source.at(hit.to);
      this.count(hit.needle.kind);
    }
    return told + text.slice(place);
  }

  /** How many were taken out, by kind; no values. */
  counts(): Record<RedactionKind, number> {
    return Object.fromEntries(this.counted) as Record<RedactionKind, number>;
  }

  private count(kind: RedactionKind): void {
    this.counted.set(kind, (this.counted.get(kind) ?? 0) + 1);
  }
}

/** In order; what overlaps is taken out as one, under the name of the first and longest. */
function withoutOverlap(hits: readonly Hit[]): Hit[] {
  const ordered = hits.toSorted((one, other) => one.from - other.from || other.to - one.to);
  const merged: Hit[] = [];
  for (const hit of ordered) {
    const before = merged.at(-1);
    if (before === undefined || hit.from >= before.to) merged.push(hit);
    else if (hit.to > before.to) merged[merged.length - 1] = { ...before, to: hit.to };
  }
  return merged;
}
