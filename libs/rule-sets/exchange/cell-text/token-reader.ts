import type { FactValue } from '#domain';
import { CellFault } from './cell-fault.ts';
import { type Token, tokensOf } from './tokens.ts';

const END: Token = { kind: 'end', value: '', offset: 0 };
const NUMBER = /^-?\d+(?:\.\d+)?$/;

function named({ kind, value }: Token): string {
  return kind === 'end' ? 'the end' : JSON.stringify(value);
}

/** Reads the tokens of a cell from left to right; everything it refuses it refuses with a CellFault at the place. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private place = 0;

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  /** The token that comes, or one further on. */
  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.place + ahead, this.tokens.length - 1)] ?? END;
  }

  next(): Token {
    const token = this.peek();
    this.place += 1;
    return token;
  }

  /** Whether this word or mark comes; a text in quotes never counts as one. */
  comes(value: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind !== 'text' && token.kind !== 'end' && token.value === value;
  }

  /** Takes this word or mark if it comes. */
  takes(value: string): boolean {
    const comes = this.comes(value);
    if (comes) this.place += 1;
    return comes;
  }

  must(value: string): void {
    if (!this.takes(value)) this.refuse(JSON.stringify(value));
  }

  word(what: string): Token {
    return this.peek().kind === 'word' ? this.next() : this.refuse(what);
  }

  text(what: string): string {
    return this.peek().kind === 'text' ? this.next().value : this.refuse(what);
  }

  /** True, false, a number, a word, or a text in quotes. */
  value(): FactValue {
    const token = this.peek();
    if (token.kind !== 'word' && token.kind !== 'text') return this.refuse('a value');
    this.place += 1;
    if (token.kind === 'text') return token.value;
    if (token.value === 'true' || token.value === 'false') return token.value === 'true';
    return NUMBER.test(token.value) ? Number(token.value) + 0 : token.value;
  }

  number(): number {
    const token = this.peek();
    if (token.kind === 'word' && NUMBER.test(token.value)) return Number(this.next().value) + 0;
    return this.refuse('a number');
  }

  /** Things between round brackets, with a mark between them; none where the brackets are empty. */
  bracketed<T>(separator: ';' | ',', read: (place: number) => T): T[] {
    this.must('(');
    const items: T[] = [];
    if (this.takes(')')) return items;
    do items.push(read(items.length));
    while (this.takes(separator));
    if (!this.takes(')')) this.refuse(`"${separator}" or ")"`);
    return items;
  }

  end(): void {
    if (this.peek().kind !== 'end') this.refuse('the end');
  }

  refuse(expected: string): never {
    const token = this.peek();
    throw new CellFault(token.offset, `Here should stand ${expected}, not ${named(token)}.`);
  }
}
