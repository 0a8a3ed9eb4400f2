import type { Condition } from '#rules';
import { MAX_DEPTH } from '../limits.ts';
import { below } from '../pointer.ts';
import { CellFault } from './cell-fault.ts';
import { TokenReader } from './token-reader.ts';

/** Told where each part of a condition stands in the cell. */
export type NotePlace = (path: string, offset: number) => void;

class ConditionParser {
  constructor(
    private readonly tokens: TokenReader,
    private readonly note: NotePlace,
  ) {}

  condition(path: string, depth: number): Condition {
    const { offset } = this.tokens.peek();
    if (depth > MAX_DEPTH) throw new CellFault(offset, `Conditions may be nested at most ${MAX_DEPTH} deep.`);
    this.note(path, offset);
    if (this.tokens.comes('(', 1)) return this.group(path, depth);
    if (this.tokens.comes('at') && this.tokens.comes('least', 1)) return this.atLeast(path, depth);
    return this.comparison(path);
  }

  private group(path: string, depth: number): Condition {
    if (this.tokens.takes('all')) return { all: this.parts(path, 'all', depth) };
    if (this.tokens.takes('any')) return { any: this.parts(path, 'any', depth) };
    if (this.tokens.takes('not')) {
      this.tokens.must('(');
      const inner = this.condition(below(path, 'not'), depth + 1);
      this.tokens.must(')');
      return { not: inner };
    }
    if (this.tokens.takes('known')) {
      this.tokens.must('(');
      const known = this.fact(below(path, 'known'));
      this.tokens.must(')');
      return { known };
    }
    return this.tokens.refuse('"all", "any", "not", "known" or "at least"');
  }

  private parts(path: string, key: string, depth: number): Condition[] {
    return this.tokens.bracketed(';', (place) => this.condition(below(path, key, place), depth + 1));
  }

  private atLeast(path: string, depth: number): Condition {
    this.tokens.must('at');
    this.tokens.must('least');
    this.note(below(path, 'atLeast'), this.tokens.peek().offset);
    const atLeast = this.tokens.number();
    this.tokens.must('of');
    return { atLeast, of: this.parts(path, 'of', depth) };
  }

  private comparison(path: string): Condition {
    const fact = this.fact(below(path, 'fact'));
    if (this.tokens.takes('is')) {
      this.note(below(path, 'is'), this.tokens.peek().offset);
      return { fact, is: this.tokens.value() };
    }
    if (this.tokens.takes('in')) {
      this.note(below(path, 'in'), this.tokens.peek().offset);
      return { fact, in: this.tokens.bracketed(',', (place) => this.valueAt(below(path, 'in', place))) };
    }
    if (!this.tokens.takes('between')) return this.tokens.refuse('"is", "in" or "between" after the fact');
    const low = this.numberAt(below(path, 'between', 0));
    this.tokens.must('and');
    return { fact, between: [low, this.numberAt(below(path, 'between', 1))] };
  }

  private fact(path: string): string {
    const token = this.tokens.word('the id of a fact, or "all", "any", "not", "known" or "at least"');
    this.note(path, token.offset);
    return token.value;
  }

  private valueAt(path: string): ReturnType<TokenReader['value']> {
    this.note(path, this.tokens.peek().offset);
    return this.tokens.value();
  }

  private numberAt(path: string): number {
    this.note(path, this.tokens.peek().offset);
    return this.tokens.number();
  }
}

/**
 * Reads what `conditionText` writes, however it is spaced and broken into lines.
 *
 * @throws CellFault with the exact place of the first thing that cannot be read.
 */
export function parseCondition(text: string, path: string, note: NotePlace): Condition {
  const tokens = new TokenReader(text);
  const condition = new ConditionParser(tokens, note).condition(path, 1);
  tokens.end();
  return condition;
}
