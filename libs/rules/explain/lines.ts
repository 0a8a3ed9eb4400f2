import { compileFact, readFact } from '../conditions/fact-table.ts';
import { type Casebook, entriesOf, type TracedRule } from './casebook.ts';
import type { ExplanationFact, ExplanationLine, Voice } from './explanation.ts';
import { factInWords, labelOf } from './words/in-words.ts';
import type { Teller } from './words/teller.ts';

function factsBehind(book: Casebook, factIds: readonly string[], teller: Teller): ExplanationFact[] {
  return entriesOf(book, factIds).map((entry) => {
    const label = labelOf(teller, entry);
    const fact = readFact(compileFact(entry), book.facts);
    return { id: entry.id, label, value: factInWords(teller, fact, Object.hasOwn(book.facts, entry.id)) };
  });
}

/** A referrer's line carries no facts: a value may have come from somebody else than the referrer. */
export function lineFor(book: Casebook, { rule, trace }: TracedRule, voice: Voice, teller: Teller): ExplanationLine {
  const legalBasis = rule.legalBasis[book.ruleSet.nation];
  return {
    ruleId: rule.id,
    ...(voice === 'manager' && { ruleVersion: rule.version }),
    title: teller.tell(rule.title, rule.titleCy),
    because: teller.tell(rule.because, rule.becauseCy),
    ...(legalBasis !== undefined && { legalBasis }),
    result: trace.result,
    facts: voice === 'referrer' ? [] : factsBehind(book, trace.decidedBy, teller),
  };
}
