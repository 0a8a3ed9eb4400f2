import type { Fact, FactValue, Level, UnknownReason, Urgency } from '#domain';
import type { CatalogueEntry } from '../rule-set.ts';

function codeInWords(code: string): string {
  return code.replaceAll('_', ' ');
}

export function outcomeInWords(outcome: { readonly level: Level; readonly urgency: Urgency }): string {
  return `${codeInWords(outcome.level)}, urgency ${outcome.urgency}`;
}

function valueInWords(value: FactValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? String(value) : codeInWords(value);
}

function reasonInWords(reason: UnknownReason): string {
  switch (reason) {
    case 'not_reported':
      return 'not known: not reported';
    case 'not_asked':
      return 'not known: not asked';
    case 'not_known':
      return 'not known to those asked';
    case 'not_usable':
      return 'not known: what was sent could not be used';
    default:
      return reason satisfies never;
  }
}

/** A fact's value in words; says so where it stands only because nobody reported otherwise. */
export function factInWords(fact: Fact, isGiven: boolean): string {
  if (!fact.known) return reasonInWords(fact.reason);
  const words = valueInWords(fact.value);
  return isGiven ? words : `${words} (nothing reported)`;
}

export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.slice(-1).join('')}`;
}

export function questionFor(entry: CatalogueEntry): string {
  return entry.question ?? `What is known about this: ${entry.label}?`;
}
