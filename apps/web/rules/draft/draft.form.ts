import type { DraftRequest, RuleSetOverview } from '#rule-sets';
import type { FormFields } from '#sign-in';
import { textOf } from '../../door/visit.ts';
import type { Faults } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';
import { versionIdOf } from '../rules-ids.ts';

const LABEL = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
const MOST_TITLE = 200;
export const MOST_PROSE = 4_000;

/** How a version is called and what it is for. */
export interface Description {
  readonly label: string;
  readonly title: string | null;
  readonly changeNote: string;
}

export type Read<T> = { readonly value: T } | { readonly faults: Faults };

export function readDescription(fields: FormFields, { rules }: Words): Read<Description> {
  const [label, title, note] = ['label', 'title', 'note'].map((name) => textOf(fields, name).trim()) as [
    string,
    string,
    string,
  ];
  const { faults: texts } = rules.start;
  const faults = {
    ...(LABEL.test(label) ? {} : { label: texts.label }),
    ...(title.length > MOST_TITLE ? { title: texts.title } : {}),
    ...(note === '' ? { note: texts.note } : {}),
    ...(note.length > MOST_PROSE ? { note: texts.noteLong } : {}),
  };
  if (Object.keys(faults).length > 0) return { faults };
  return { value: { label, title: title === '' ? null : title, changeNote: note } };
}

/** A way to begin a draft, as the page offers it. */
export interface Source {
  readonly value: string;
  readonly text: string;
}

/** What is in force in each area, then every version of the authority. */
export function sourcesOf(
  { versions, inForce }: RuleSetOverview,
  nameOf: (area: string) => string,
  { rules }: Words,
): Source[] {
  return [
    ...inForce.map(({ area, label }) => ({
      value: `area:${area}`,
      text: `${rules.start.inForceIn(nameOf(area))} (${label})`,
    })),
    ...versions.map(({ version }) => ({ value: `version:${version.id}`, text: rules.start.another(version.label) })),
  ];
}

/** What a draft begins from; null when nothing that is offered was chosen. */
export function sourceOf(chosen: string, sources: readonly Source[]): DraftRequest['from'] | null {
  if (!sources.some(({ value }) => value === chosen)) return null;
  const at = chosen.indexOf(':');
  const name = chosen.slice(at + 1);
  if (chosen.slice(0, at) === 'version') return { kind: 'version', id: versionIdOf(name) };
  return { kind: 'in_force', area: name === '*' ? null : name };
}

/** A reason; a fault when there is none, or too much of one. */
export function readReason(fields: FormFields, fault: string): Read<string> {
  const reason = textOf(fields, 'reason').trim();
  return reason === '' || reason.length > MOST_PROSE ? { faults: { reason: fault } } : { value: reason };
}
