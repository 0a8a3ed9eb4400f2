/** Code that grows line by line; what was worked out once has a name and is not worked out again. */
export class StraightLine {
  readonly #lines: string[] = [];
  readonly #before = new Set<string>();
  readonly #names = new Map<string, string>();

  get lines(): readonly string[] {
    return this.#lines;
  }

  /** What is settled once, ahead of the loop. */
  get before(): readonly string[] {
    return [...this.#before];
  }

  ahead(line: string): void {
    this.#before.add(line);
  }

  plain(line: string): void {
    this.#lines.push(line);
  }

  /** A fresh variable, set to a value and free to be set again. */
  variable(value: string): string {
    const name = `w${this.#lines.length}`;
    this.#lines.push(`let ${name} = ${value};`);
    return name;
  }

  named(expression: string): string {
    if (/^~?\w+$|^-1$/.test(expression)) return expression;
    const before = this.#names.get(expression);
    if (before !== undefined) return before;
    const name = `w${this.#lines.length}`;
    this.#lines.push(`const ${name} = ${expression};`);
    this.#names.set(expression, name);
    return name;
  }

  /** The words of 32 cases each: `0` holds for none of them, `-1` for all. */
  and(words: readonly string[]): string {
    const rest = words.filter((word) => word !== '-1');
    if (rest.includes('0')) return '0';
    return rest.length === 0 ? '-1' : this.named([...new Set(rest)].join(' & '));
  }

  or(words: readonly string[]): string {
    const rest = words.filter((word) => word !== '0');
    if (rest.includes('-1')) return '-1';
    return rest.length === 0 ? '0' : this.named([...new Set(rest)].join(' | '));
  }

  not(word: string): string {
    if (word === '0') return '-1';
    if (word === '-1') return '0';
    return word.startsWith('~') ? word.slice(1) : `~${word}`;
  }
}
