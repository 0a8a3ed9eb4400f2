import type { Fact, FactValue, Level, Urgency } from '#domain';
import type { CatalogueEntry } from '../../rule-set.ts';
import type { Teller } from './teller.ts';

/** What fills `{level}` and `{urgency}`. */
export function outcomeInWords(
  teller: Teller,
  { level, urgency }: { readonly level: Level; readonly urgency: Urgency },
): { readonly level: string; readonly urgency: string } {
  return { level: teller.say(`level.${level}`), urgency: teller.say(`urgency.${urgency}`) };
}

function valueInWords(teller: Teller, value: FactValue): string {
  if (typeof value === 'boolean') return teller.say(value ? 'value.yes' : 'value.no');
  // A catalogue has no Welsh for the values of a list, so a reader of Welsh is told them in English.
  return typeof value === 'number' ? String(value) : teller.tell(value.replaceAll('_', ' '), undefined);
}

/** A fact's value in words; says so where it stands only because nobody reported otherwise. */
export function factInWords(teller: Teller, fact: Fact, isGiven: boolean): string {
  if (!fact.known) return teller.say(`unknown.${fact.reason}`);
  const value = valueInWords(teller, fact.value);
  return isGiven ? value : teller.say('value.nothingReported', { value });
}

const BEGINS_WITH_VOWEL = /^[^\p{L}\p{N}]*[aeiouwyâêîôûŵŷ]/iu;

/** "A, B and C". Welsh "a" becomes "ac" before a vowel, to which w and y belong. */
export function listInWords(teller: Teller, parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  const last = parts.slice(-1).join('');
  const key = BEGINS_WITH_VOWEL.test(last) ? 'list.andBeforeVowel' : 'list.and';
  return teller.say(key, { most: parts.slice(0, -1).join(', '), last });
}

export function labelOf(teller: Teller, entry: CatalogueEntry): string {
  return teller.tell(entry.label, entry.labelCy);
}

/** The catalogue's question; where it has none, one made from the label. */
export function questionFor(teller: Teller, entry: CatalogueEntry): string {
  if (teller.language === 'cy' && entry.questionCy !== undefined) return entry.questionCy;
  if (entry.question !== undefined) return teller.tell(entry.question, undefined);
  return teller.say('question.aboutLabel', { label: labelOf(teller, entry) });
}
