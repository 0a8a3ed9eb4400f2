import { MAX_DEPTH } from '../limits.ts';
import type { PlainTree } from '../plain-tree.ts';
import { below } from '../pointer.ts';

/** Where JSON stops being JSON. */
export class JsonSyntaxFault extends Error {
  override readonly name = 'JsonSyntaxFault';

  constructor(
    readonly path: string,
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** A recursive-descent reader; the depth it goes to is bounded by the tree. */
export class JsonReader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly tree: PlainTree,
  ) {}

  /** @throws JsonSyntaxFault where the text is not JSON. */
  read(): unknown {
    const value = this.value('', 0);
    if (this.at < this.text.length) this.fail('', 'The file should end here.');
    return value;
  }

  private value(path: string, depth: number): unknown {
    this.match(SPACE);
    const start = this.at;
    this.tree.places.set(path, start);
    if (depth > MAX_DEPTH) this.fail(path, `Lists and objects may be nested at most ${MAX_DEPTH} deep.`);
    const value = this.bare(path, depth);
    this.match(SPACE);
    return value;
  }

  private bare(path: string, depth: number): unknown {
    const start = this.at;
    const first = this.text[start];
    if (first === '{') return this.object(path, depth);
    if (first === '[') return this.list(path, depth);
    if (first === '"') return this.tree.text(path, start, this.string(path));
    const literal = this.match(LITERAL) ?? this.match(NUMBER);
    if (literal === null) return this.fail(path, `A value should stand here${this.found()}.`);
    // Minus nought is nought: nothing in a rule set tells them apart.
    const value: unknown = JSON.parse(literal);
    return value === 0 ? 0 : value;
  }

  private object(path: string, depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    let count = 0;
    this.each('}', path, () => {
      const offset = this.at;
      if (this.text[offset] !== '"')
        this.fail(path, `A key in straight double quotes should stand here${this.found()}.`);
      const key = this.string(path);
      this.match(SPACE);
      if (!this.take(':')) this.fail(path, `A colon should stand here, after the key${this.found()}.`);
      // A second value of a key must not move the place of the first.
      const isSecond = Object.hasOwn(object, key);
      const value = this.value(isSecond ? `${below(path, key)}/second` : below(path, key), depth + 1);
      if (this.tree.hasRoom(path, offset, count)) this.tree.put(object, key, value, { path, offset });
      count += 1;
    });
    return object;
  }

  private list(path: string, depth: number): unknown[] {
    const items: unknown[] = [];
    let count = 0;
    this.each(']', path, () => {
      const offset = this.at;
      const item = this.value(below(path, count), depth + 1);
      if (this.tree.hasRoom(path, offset, count)) items.push(item);
      count += 1;
    });
    return items;
  }

  /** Reads entries between brackets, with commas between them. */
  private each(close: '}' | ']', path: string, entry: () => void): void {
    this.at += 1;
    this.match(SPACE);
    if (this.take(close)) return;
    do {
      this.match(SPACE);
      entry();
    } while (this.take(','));
    if (!this.take(close)) this.fail(path, `A comma or "${close}" should stand here${this.found()}.`);
  }

  private string(path: string): string {
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === '\\' ? 2 : 1;
    if (end >= this.text.length) this.fail(path, 'The text that begins here has no closing quote.');
    this.at = end + 1;
    try {
      return String(JSON.parse(this.text.slice(start, this.at)));
    } catch {
      this.at = start;
      return this.fail(path, 'This text has a line break, a control character or an escape that JSON does not know.');
    }
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  private found(): string {
    const next = this.text.codePointAt(this.at);
    return next === undefined ? ', but the file ends' : `, not ${JSON.stringify(String.fromCodePoint(next))}`;
  }

  private fail(path: string, message: string): never {
    throw new JsonSyntaxFault(path, this.at, message);
  }
}
