import type { Language } from '#domain';
import type { CatalogueEntry, RuleSet } from '#rules';
import type { FormFields } from '#sign-in';
import { textOf } from '../../door/visit.ts';
import type { Words } from '../../words/words.ts';
import { fieldOfFact } from './case.presenter.ts';

/** One fact as a question. */
interface TrialQuestion {
  readonly name: string;
  readonly text: string;
  readonly hint: string | null;
  readonly kind: 'choice' | 'number';
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
}

export interface TrialGroup {
  readonly title: string;
  readonly answered: number;
  readonly questions: readonly TrialQuestion[];
}

interface Asked {
  readonly typed: FormFields;
  readonly language: Language;
  readonly words: Words;
}

export type GroupKey = keyof Words['rules']['proof']['try']['groups'];
const SPECIAL = /^indicator\.([A-D])\d/;

/** Every fact of the catalogue as a question, in groups; the order is the catalogue's. */
export function presentQuestions({ catalogue }: RuleSet, asked: Asked): TrialGroup[] {
  const { groups } = asked.words.rules.proof.try;
  const sorted = new Map<GroupKey, TrialQuestion[]>();
  for (const entry of catalogue) {
    const key = factGroup(entry, groups);
    const question = questionOf(entry, isShared(entry, catalogue), asked);
    sorted.set(key, [...(sorted.get(key) ?? []), question]);
  }
  return [...sorted].map(([key, questions]) => ({
    title: groups[key],
    answered: questions.filter(({ value }) => value !== '').length,
    questions,
  }));
}

/** Which part of a page a fact belongs to. */
export function factGroup({ id }: CatalogueEntry, groups: Readonly<Record<GroupKey, string>>): GroupKey {
  const key = SPECIAL.exec(id)?.[1] ?? id.split('.')[0] ?? '';
  return Object.hasOwn(groups, key) ? (key as GroupKey) : 'other';
}

/** Whether several facts rest on one question, such as the date of birth: each is then asked for by its own name. */
function isShared({ question }: CatalogueEntry, catalogue: readonly CatalogueEntry[]): boolean {
  return catalogue.filter((entry) => entry.question === question).length > 1;
}

function questionOf(entry: CatalogueEntry, shared: boolean, { typed, language, words }: Asked): TrialQuestion {
  const { type, id } = entry;
  const name = fieldOfFact(id);
  const value = textOf(typed, name).trim();
  const texts = words.rules.proof;
  const hint = type.kind === 'integer' ? texts.try.number(type.min, type.max) : null;
  const choice = (one: string, text: string) => ({ value: one, text, selected: one === value });
  const options =
    type.kind === 'integer'
      ? []
      : [
          choice('', texts.try.notSaid),
          ...valuesOf(type, words).map(([one, text]) => choice(one, text)),
          choice('unknown', texts.notKnown),
        ];
  return {
    name,
    text: textFor(entry, shared, language),
    hint,
    kind: type.kind === 'integer' ? 'number' : 'choice',
    value,
    options,
  };
}

function textFor(
  { label, labelCy, question, questionCy }: CatalogueEntry,
  shared: boolean,
  language: Language,
): string {
  const [asked, name] = language === 'en' ? [question, label] : [questionCy ?? question, labelCy ?? label];
  return shared ? name : (asked ?? name);
}

function valuesOf(type: Exclude<CatalogueEntry['type'], { kind: 'integer' }>, { rules }: Words): [string, string][] {
  if (type.kind === 'enum') return type.values.map((value) => [value, value.replaceAll('_', ' ')]);
  return [
    ['yes', rules.yes],
    ['no', rules.no],
  ];
}
