import { compileFact, readFact } from '../conditions/fact-table.ts';
import { type Casebook, entriesOf, type TracedRule } from './casebook.ts';
import type { ExplanationFact, ExplanationLine, Voice } from './explanation.ts';
import { factInWords } from './words.ts';

function factsBehind(book: Casebook, factIds: readonly string[]): ExplanationFact[] {
  return entriesOf(book, factIds).map((entry) => {
    const value = factInWords(readFact(compileFact(entry), book.facts), Object.hasOwn(book.facts, entry.id));
    return { id: entry.id, label: entry.label, value };
  });
}

/** A referrer's line carries no facts: a value may have come from somebody else than the referrer. */
export function lineFor(book: Casebook, { rule, trace }: TracedRule, voice: Voice): ExplanationLine {
  const legalBasis = rule.legalBasis[book.ruleSet.nation];
  return {
    ruleId: rule.id,
    ...(voice === 'manager' && { ruleVersion: rule.version }),
    title: rule.title,
    because: rule.because,
    ...(legalBasis !== undefined && { legalBasis }),
    result: trace.result,
    facts: voice === 'referrer' ? [] : factsBehind(book, trace.decidedBy),
  };
}
