import { localDateOf } from '#deadlines';
import type { CasePage, InformationRequest } from '#decisions';
import type { FactValue } from '#domain';
import { INFORMATION_SOURCES } from '#history';
import type { CatalogueEntry } from '#rules';
import type { FormFields } from '#sign-in';
import type { Faults } from '../pages/pages.ts';
import type { Answers } from '../records/answers.ts';
import { type Field, type Option, optionsOf } from '../records/field.ts';
import { type Input, inputsOf } from '../records/inputs.presenter.ts';
import { readAnswers } from '../records/read-answers.ts';
import { fillingOf, type Typed } from './filling.ts';
import type { Telling } from './telling.ts';

const LONGEST_NOTE = 8_000;
const MOST_DIGITS = 6;
const FACT = 'fact.';

export type ReadInformation =
  | { readonly information: Pick<InformationRequest, 'facts' | 'note' | 'source' | 'learnedOn'> }
  | { readonly faults: Faults };

/** The form that adds what was learned: a note, and answers to the questions that the rules have open. */
export interface InformationForm {
  readonly inputs: readonly Input[];
  readonly answers: readonly Input[];
}

export function presentInformation(page: CasePage, typed: Typed, telling: Telling): InformationForm {
  const filling = fillingOf(typed, telling.words);
  return {
    inputs: inputsOf(commonFields(telling), filling),
    answers: inputsOf(
      page.answerable.map((entry) => answerField(entry, questionOf(entry, page), telling)),
      filling,
    ),
  };
}

/** Any fact of the catalogue in force may be answered: which of them nobody reports, the case says. */
export function readInformation(typed: FormFields, telling: Telling): ReadInformation {
  const { add } = telling.words.casePage.act;
  const asked = telling.authority.ruleSet.catalogue.filter(({ id }) => typed[`${FACT}${id}`] !== undefined);
  const questions = asked.map((entry) => answerField(entry, entry.label, telling));
  const { answers, faults } = readAnswers([...commonFields(telling), ...questions], typed, telling);
  const { facts, faults: wrong } = factsOf(answers, asked, telling);
  const note = answers.textOrNull('note');
  const isNothing = note === null && Object.keys(facts).length + Object.keys(wrong).length === 0;
  const all = { ...(isNothing ? { note: add.nothing } : {}), ...faults, ...wrong };
  if (Object.keys(all).length > 0) return { faults: all };
  const today = localDateOf(telling.now.getTime());
  const source = answers.oneOf('source', INFORMATION_SOURCES);
  return { information: { facts, note, source, learnedOn: answers.textOrNull('learnedOn') ?? today } };
}

function commonFields({ words }: Telling): Field[] {
  const { add } = words.casePage.act;
  const sources = optionsOf(INFORMATION_SOURCES, words.codes.informationSources);
  return [
    { kind: 'prose', name: 'note', label: add.note, hint: add.noteHint, longest: LONGEST_NOTE },
    { kind: 'list', name: 'source', label: add.source, options: sources, missing: add.missingSource },
    { kind: 'day', name: 'learnedOn', label: add.learnedOn, hint: add.learnedHint, past: true },
  ];
}

/** In the words in which the page asks it. */
function questionOf({ id, label }: CatalogueEntry, { why }: CasePage): string {
  return why?.explanation.openQuestions.find(({ factId }) => factId === id)?.question ?? label;
}

function answerField({ id, type }: CatalogueEntry, label: string, telling: Telling): Field {
  const { add } = telling.words.casePage.act;
  const common = { name: `${FACT}${id}`, label };
  switch (type.kind) {
    case 'boolean':
      return { ...common, kind: 'list', options: yesOrNo(add) };
    case 'enum':
      return {
        ...common,
        kind: 'list',
        options: type.values.map((value) => ({ value, text: value.replaceAll('_', ' ') })),
      };
    case 'integer':
      return { ...common, kind: 'line', longest: MOST_DIGITS };
  }
}

function yesOrNo(words: Telling['words']['casePage']['act']['add']): Option[] {
  return [
    { value: 'yes', text: words.yes },
    { value: 'no', text: words.no },
  ];
}

/** Numbers outside what the fact can be are faults; a question left open says nothing. */
function factsOf(answers: Answers, asked: readonly CatalogueEntry[], telling: Telling) {
  const facts: Record<string, FactValue> = {};
  const faults: Record<string, string> = {};
  for (const { id, type } of asked) {
    const text = answers.textOrNull(`${FACT}${id}`);
    if (text === null) continue;
    if (type.kind === 'boolean') facts[id] = text === 'yes';
    else if (type.kind === 'enum') facts[id] = text;
    else if (isWithin(text, type)) facts[id] = Number(text);
    else faults[`${FACT}${id}`] = telling.words.casePage.act.add.badNumber(type.min, type.max);
  }
  return { facts, faults };
}

function isWithin(text: string, { min, max }: { readonly min: number; readonly max: number }): boolean {
  return /^-?\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
}
