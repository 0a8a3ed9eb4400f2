import { MAX_FAULTS, MAX_SENTENCE } from './limits.ts';

/** A fault by its place in the text. */
export interface Finding {
  readonly path: string;
  readonly offset: number;
  readonly message: string;
}

/** Collects faults up to the limit, and says so when there are more. */
export class Findings {
  private readonly found: Finding[] = [];

  get all(): readonly Finding[] {
    return this.found;
  }

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  add(path: string, offset: number, message: string): void {
    if (this.found.length === MAX_FAULTS) this.found.push({ path: '', offset: 0, message: 'There are more faults.' });
    if (this.found.length > MAX_FAULTS) return;
    const isLong = message.length > MAX_SENTENCE;
    this.found.push({ path, offset, message: isLong ? `${message.slice(0, MAX_SENTENCE)} …` : message });
  }
}
