import type { Fact, Facts, Level, Urgency } from '#domain';
import type { EvaluationContext } from '../evaluate/in-force.ts';
import type { CatalogueEntry, Rule } from '../rule-set.ts';

/** The last two with "and", the others with commas. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

export function outcomeWords({ level, urgency }: { readonly level: Level; readonly urgency: Urgency }): string {
  return `${level.replaceAll('_', ' ')}, ${urgency}`;
}

export function ruleWords({ id, title }: Rule): string {
  return `"${title}" (${id})`;
}

function valueWords(fact: Fact): string {
  if (!fact.known) return 'not known';
  if (typeof fact.value === 'boolean') return fact.value ? 'yes' : 'no';
  return String(fact.value).replaceAll('_', ' ');
}

function factWords(id: string, fact: Fact, entry: CatalogueEntry | undefined): string {
  const label = entry?.label ?? id;
  const isReport = fact.known && fact.value === true && entry?.harm === true;
  return isReport ? `"${label}" reported` : `"${label}": ${valueWords(fact)}`;
}

/** What is said in a case, fact by fact. */
export function saidWords(facts: Facts, catalogue: readonly CatalogueEntry[]): string {
  const entries = new Map(catalogue.map((entry) => [entry.id, entry]));
  return listed(Object.entries(facts).map(([id, fact]) => factWords(id, fact, entries.get(id))));
}

/** A case by what is said in it, to begin a sentence. */
export function caseWords(facts: Facts, catalogue: readonly CatalogueEntry[]): string {
  return `A case with ${saidWords(facts, catalogue) || 'nothing reported'}`;
}

/** When and where, for a rule set in which it makes a difference. */
export function contextWords({ onDate, area }: EvaluationContext, scopes: number): string {
  if (scopes < 2) return '';
  return area === null ? ` on ${onDate}` : ` on ${onDate} in ${area}`;
}
