import type { Findings } from './findings.ts';
import { MAX_ENTRIES } from './limits.ts';
import { below } from './pointer.ts';

/** Builds objects, lists and values from a file and keeps the rules that hold for every format that nests. */
export class PlainTree {
  readonly places = new Map<string, number>();
  /** Something was too deep or too long: the value must not be looked into. */
  isTooLarge = false;

  constructor(readonly findings: Findings) {}

  /** Whether a list or object may have so many entries; faults the first that is too many. */
  hasRoom(path: string, offset: number, count: number): boolean {
    if (count < MAX_ENTRIES) return true;
    this.isTooLarge = true;
    if (count === MAX_ENTRIES) this.findings.add(path, offset, `There may be at most ${MAX_ENTRIES} entries here.`);
    return false;
  }

  text(path: string, offset: number, value: string): string {
    if (!value.isWellFormed()) this.findings.add(path, offset, 'It holds half a character: it is not valid Unicode.');
    return value;
  }

  /** Adds a member to an object; a key that stands there already, or that no object may have, is a fault. */
  put(target: Record<string, unknown>, key: string, value: unknown, at: { path: string; offset: number }): void {
    const path = below(at.path, key);
    if (key === '__proto__') this.findings.add(path, at.offset, '"__proto__" may not be a key.');
    else if (Object.hasOwn(target, key))
      this.findings.add(path, at.offset, `The key ${JSON.stringify(key)} stands here twice.`);
    else target[key] = value;
  }
}
