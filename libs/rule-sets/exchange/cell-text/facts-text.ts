import type { FactValue } from '#domain';
import type { RuleTest } from '#rules';
import { below } from '../pointer.ts';
import { CellFault } from './cell-fault.ts';
import type { NotePlace } from './parse-condition.ts';
import { TokenReader } from './token-reader.ts';
import { writeValue } from './write-value.ts';

type GivenFacts = RuleTest['facts'];

/** The facts of an example: `child.ageYears is 3; child.disabled is unknown`. */
export function factsText(facts: GivenFacts): string {
  return Object.entries(facts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, value]) => `${id} is ${writeValue(value)}`)
    .join('; ');
}

class FactReader {
  private readonly facts = new Map<string, FactValue>();

  constructor(
    private readonly tokens: TokenReader,
    private readonly path: string,
    private readonly note: NotePlace,
  ) {}

  one(): void {
    const { value: id, offset } = this.tokens.word('the id of a fact');
    if (this.facts.has(id)) throw new CellFault(offset, `The fact ${JSON.stringify(id)} is given twice.`);
    this.note(below(this.path, id), offset);
    this.tokens.must('is');
    this.facts.set(id, this.tokens.value());
  }

  get all(): GivenFacts {
    return Object.fromEntries(this.facts);
  }
}

/** @throws CellFault */
export function parseFacts(text: string, path: string, note: NotePlace): GivenFacts {
  const tokens = new TokenReader(text);
  const facts = new FactReader(tokens, path, note);
  if (tokens.peek().kind !== 'end') {
    do facts.one();
    while (tokens.takes(';'));
  }
  tokens.end();
  return facts.all;
}

/** The examples of a rule, one a line: `true: "a baby is hurt" (child.injuryReported is true; child.ageYears is 0)`. */
export function testsText(tests: readonly RuleTest[]): string {
  return tests
    .map(({ expect, title, facts }) => `${expect}: ${JSON.stringify(title)} (${factsText(facts)})`)
    .join('\n');
}

/** @throws CellFault */
export function parseTests(text: string, path: string, note: NotePlace): readonly object[] {
  const tokens = new TokenReader(text);
  const tests: object[] = [];
  while (tokens.peek().kind !== 'end') {
    const at = below(path, tests.length);
    note(at, tokens.peek().offset);
    note(below(at, 'expect'), tokens.peek().offset);
    const { value: expect } = tokens.word('"true", "false" or "unknown", with which an example begins');
    tokens.must(':');
    note(below(at, 'title'), tokens.peek().offset);
    const title = tokens.text('the title of the example in double quotes');
    const facts = new FactReader(tokens, below(at, 'facts'), note);
    tokens.bracketed(';', () => {
      facts.one();
    });
    tests.push({ title, facts: facts.all, expect });
  }
  return tests;
}
