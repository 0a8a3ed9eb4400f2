import type { RuleFaults } from '#rule-sets';
import type { Faults } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';
import { faultInWords } from '../faults/fault-words.ts';
import type { WrittenPlace } from './condition-write.ts';

/** What is wrong, at the field it belongs to; and with the set as a whole. */
export interface PlacedFaults {
  readonly faults: Faults;
  readonly ofSet: readonly string[];
}

/** Each fault beside the field that its place in the rule was written from; the first of a field counts. */
export function placedFaults({ rule, set }: RuleFaults, places: readonly WrittenPlace[], words: Words): PlacedFaults {
  const faults: Record<string, string> = {};
  for (const { pointer, message } of rule) {
    const field = fieldAt(pointer, places);
    faults[field] ??= wording(message, field, words);
  }
  return { faults, ofSet: set.map(({ message }) => faultInWords(message, words) ?? message) };
}

/** A summary names what is to be filled in, since it stands apart from the field. */
function wording(message: string, field: string, words: Words): string {
  const text = faultInWords(message, words) ?? message;
  const { editor, faults } = words.rules;
  const labels: Readonly<Record<string, string>> = {
    ...{ title: editor.name, because: editor.because, source: editor.source, law: editor.law, owner: editor.owner },
    ...{ titleCy: editor.nameCy, becauseCy: editor.becauseCy, areas: editor.areas, 'from-day': editor.from },
  };
  const label = labels[field];
  return label === undefined ? text : faults.at(label, text);
}

/** The field of the part at a place, or of the smallest whole that it belongs to. */
function fieldAt(pointer: string, places: readonly WrittenPlace[]): string {
  const holding = places.filter((place) => pointer === place.pointer || pointer.startsWith(`${place.pointer}/`));
  return holding.sort((a, b) => b.pointer.length - a.pointer.length)[0]?.field ?? 'title';
}
