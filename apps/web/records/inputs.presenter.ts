import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import type { Faults } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';
import { anchorOf, type Field, type Option } from './field.ts';

/** One field as the design system's macro of this name takes it. */
export interface Input {
  readonly macro: 'input' | 'textarea' | 'radios' | 'checkboxes' | 'select' | 'date';
  readonly params: object;
}

/** What was typed and what is wrong with it. */
export interface Filling {
  readonly typed: FormFields;
  readonly faults: Faults;
  readonly words: Words;
}

type ListField = Extract<Field, { readonly kind: 'list' }>;

export function inputsOf(fields: readonly Field[], filling: Filling): readonly Input[] {
  return fields.flatMap((field) => inputOf(field, filling));
}

function inputOf(field: Field, filling: Filling): readonly Input[] {
  const { name } = field;
  const common = { ...commonOf(field, filling), id: name, name };
  switch (field.kind) {
    case 'line':
      return [
        {
          macro: 'input',
          params: { ...common, ...labelOf(field), value: textOf(filling.typed, name), autocomplete: 'off' },
        },
      ];
    case 'prose':
      return [{ macro: 'textarea', params: { ...common, ...labelOf(field), value: textOf(filling.typed, name) } }];
    case 'choice':
    case 'choices':
      return [choiceInput(field, filling)];
    case 'list':
      return [{ macro: 'select', params: { ...common, ...labelOf(field), items: listItems(field, filling) } }];
    case 'tick':
      return [tickInput(field, filling)];
    case 'day':
    case 'vagueDay':
      return [dateInput(field, filling)];
    case 'moment':
      return [dateInput(field, filling), timeInput(field, filling)];
  }
}

function commonOf(field: Field, { faults }: Filling): object {
  const fault = faults[anchorOf(field)];
  return {
    ...(field.hint === undefined ? {} : { hint: { text: field.hint } }),
    ...(fault === undefined ? {} : { errorMessage: { text: fault } }),
  };
}

function labelOf({ label }: Field): object {
  return { label: { text: label, classes: 'govuk-label--s' } };
}

function legendOf({ label }: Field): object {
  return { fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } } };
}

function choiceInput(field: Field & { readonly options: readonly Option[] }, filling: Filling): Input {
  const given = [filling.typed[field.name] ?? []].flat();
  const items = field.options.map(({ value, text, hint }) => ({
    ...{ value, text, checked: given.includes(value) },
    ...(hint === undefined ? {} : { hint: { text: hint } }),
  }));
  const params = { ...commonOf(field, filling), ...legendOf(field), idPrefix: field.name, name: field.name, items };
  return { macro: field.kind === 'choices' ? 'checkboxes' : 'radios', params };
}

function listItems({ name, options, empty = '' }: ListField, { typed }: Filling): object[] {
  const given = textOf(typed, name);
  return [
    { value: '', text: empty },
    ...options.map(({ value, text }) => ({ value, text, selected: value === given })),
  ];
}

/** A single box says by its own label what ticking it means. */
function tickInput({ name, label, hint }: Field, { typed }: Filling): Input {
  const item = { value: 'yes', text: label, checked: textOf(typed, name) === 'yes' };
  const items = [hint === undefined ? item : { ...item, hint: { text: hint } }];
  return { macro: 'checkboxes', params: { idPrefix: name, name, items } };
}

function dateInput(field: Field, filling: Filling): Input {
  const { words, typed } = filling;
  const { name, hint } = field;
  const items = (['day', 'month', 'year'] as const).map((part) => ({
    name: part,
    label: words.records.date[part],
    classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
    value: textOf(typed, `${name}-${part}`),
  }));
  const hints = { hint: { text: hint ?? words.records.dateHint } };
  const params = { ...commonOf(field, filling), ...hints, ...legendOf(field), id: name, namePrefix: name, items };
  return { macro: 'date', params };
}

function timeInput({ name }: Field, { words, typed }: Filling): Input {
  const box = `${name}-time`;
  const label = { text: words.records.date.time };
  const params = { id: box, name: box, label, classes: 'govuk-input--width-5', value: textOf(typed, box) };
  return { macro: 'input', params: { ...params, autocomplete: 'off' } };
}
