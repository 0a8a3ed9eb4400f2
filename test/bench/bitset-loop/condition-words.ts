import type { Comparison, Condition } from '#rules';
import type { Bounds } from './comparison-words.ts';
import type { StraightLine } from './straight-line.ts';

/** Words of a condition; what two rules ask alike is worked out once. */
export class ConditionWords {
  readonly #done = new Map<string, Bounds>();

  constructor(
    private readonly line: StraightLine,
    private readonly compare: (comparison: Comparison) => Bounds,
  ) {}

  of(condition: Condition): Bounds {
    const key = JSON.stringify(condition);
    const before = this.#done.get(key);
    if (before !== undefined) return before;
    const words = this.#work(condition);
    this.#done.set(key, words);
    return words;
  }

  #work(condition: Condition): Bounds {
    const both = (list: readonly Condition[], join: (words: readonly string[]) => string): Bounds => {
      const parts = list.map((part) => this.of(part));
      return [join(parts.map(([definite]) => definite)), join(parts.map(([, possible]) => possible))];
    };
    if ('all' in condition) return both(condition.all, (words) => this.line.and(words));
    if ('any' in condition) return both(condition.any, (words) => this.line.or(words));
    if ('of' in condition) return both(condition.of, (words) => this.#count(words, condition.atLeast));
    if ('known' in condition) throw new RangeError('England asks nowhere what is known; write it out when it does.');
    if ('fact' in condition) return this.compare(condition);
    const [definite, possible] = this.of(condition.not);
    return [this.line.not(possible), this.line.not(definite)];
  }

  /** Cases in which at least so many words are set: one word for each number reached. */
  #count(words: readonly string[], need: number): string {
    const reached = Array.from({ length: need }, () => this.line.variable('0'));
    for (const word of words) {
      for (let number = need - 1; number > 0; number -= 1) {
        this.line.plain(`${reached[number] ?? ''} |= ${reached[number - 1] ?? ''} & ${word};`);
      }
      this.line.plain(`${reached[0] ?? ''} |= ${word};`);
    }
    return reached.at(-1) ?? '-1';
  }
}
