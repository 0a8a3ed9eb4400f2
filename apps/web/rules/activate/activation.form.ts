import type { FormFields } from '#sign-in';
import { textOf } from '../../door/visit.ts';
import type { Faults } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';
import type { AreaName } from '../areas.ts';
import type { Read } from '../draft/draft.form.ts';

/** Where rules come into force, and from which day (`YYYY-MM-DD`). */
export interface Placement {
  readonly areas: readonly string[];
  readonly fromDate: string;
}

/** All values of a field that may stand in a form more than once. */
export function textsOf(fields: FormFields, name: string): string[] {
  const value = fields[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : [...value];
}

export function readPlacement(
  fields: FormFields,
  { areas, today }: { areas: readonly AreaName[]; today: string },
  words: Words,
): Read<Placement> {
  const { faults: texts } = words.rules.force.activate;
  const chosen = [...new Set(textsOf(fields, 'areas'))];
  const isKnown = chosen.every((id) => id === '*' || areas.some((area) => area.id === id));
  const fromDate = dayOf(fields, 'from');
  const faults: Faults = {
    ...(chosen.length === 0 || !isKnown ? { areas: texts.where } : {}),
    ...(chosen.includes('*') && chosen.length > 1 ? { areas: texts.mixed } : {}),
    ...(fromDate === null ? { 'from-day': texts.from } : {}),
    ...(fromDate !== null && fromDate < today ? { 'from-day': texts.early } : {}),
  };
  if (fromDate === null || Object.keys(faults).length > 0) return { faults };
  return { value: { areas: chosen, fromDate } };
}

const DIGITS = { day: /^\d{1,2}$/, month: /^\d{1,2}$/, year: /^\d{4}$/ } as const;

/** A day of the calendar out of three fields; null for what is none. */
function dayOf(fields: FormFields, name: string): string | null {
  const part = (key: keyof typeof DIGITS): string | null => {
    const text = textOf(fields, `${name}-${key}`).trim();
    return DIGITS[key].test(text) ? text.padStart(2, '0') : null;
  };
  const [day, month, year] = [part('day'), part('month'), part('year')];
  if (day === null || month === null || year === null) return null;
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isReal = !Number.isNaN(at.getTime()) && at.getUTCDate() === Number(day);
  return isReal ? `${year}-${month}-${day}` : null;
}
