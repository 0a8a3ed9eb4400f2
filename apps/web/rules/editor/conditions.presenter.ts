import type { Language } from '#domain';
import type { CatalogueEntry } from '#rules';
import type { Faults } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';
import { type Choice, choice, labelIn } from './choices.ts';
import { partField, type PartPath } from './condition-fields.ts';
import { type GroupDraft, JOINS, type LeafDraft, type PartDraft, type Test } from './rule-draft.ts';

interface FieldView {
  readonly name: string;
  readonly value: string;
  readonly fault: string | null;
}

export interface GroupView {
  readonly kind: 'group';
  readonly path: PartPath;
  readonly isWhole: boolean;
  readonly join: FieldView & { readonly options: readonly Choice[] };
  readonly count: FieldView | null;
  readonly pick: string;
  readonly parts: readonly PartView[];
}

interface LeafView {
  readonly kind: 'leaf';
  readonly path: PartPath;
  readonly label: string;
  readonly is: FieldView & { readonly options: readonly Choice[] };
  readonly range: { readonly low: FieldView; readonly high: FieldView; readonly hint: string } | null;
  readonly values: (FieldView & { readonly options: readonly (Choice & { readonly checked: boolean })[] }) | null;
}

type PartView = GroupView | LeafView;

export interface ConditionsGiven {
  readonly catalogue: readonly CatalogueEntry[];
  readonly faults: Faults;
  readonly language: Language;
  readonly words: Words;
}

/** A condition as rows: each fact with how it is tested and its values, in their groups. */
export function presentConditions(whole: GroupDraft, given: ConditionsGiven): GroupView {
  return groupView(whole, '', given);
}

function partView(part: PartDraft, path: PartPath, given: ConditionsGiven): PartView {
  return part.kind === 'group' ? groupView(part, path, given) : leafView(part, path, given);
}

function groupView({ join, count, parts }: GroupDraft, path: PartPath, given: ConditionsGiven): GroupView {
  const { joins } = given.words.rules.editor;
  const field = fieldsOf(path, given.faults);
  return {
    kind: 'group',
    path,
    isWhole: path === '',
    join: { ...field('join', join), options: JOINS.map((one) => choice(one, joins[one], join)) },
    count: join === 'at_least' || join === 'fewer' ? field('count', count) : null,
    pick: partField(path, 'pick'),
    parts: parts.map((part, place) => partView(part, `${path}-${String(place)}`, given)),
  };
}

type Field = Parameters<typeof partField>[1];

function fieldsOf(path: PartPath, faults: Faults): (name: Field, value: string) => FieldView {
  return (name, value) => ({ name: partField(path, name), value, fault: faults[partField(path, name)] ?? null });
}

const TESTS_OF: Readonly<Record<CatalogueEntry['type']['kind'], readonly Test[]>> = {
  boolean: ['yes', 'no', 'known', 'not_known'],
  enum: ['one_of', 'not_one_of', 'known', 'not_known'],
  integer: ['between', 'not_between', 'known', 'not_known'],
};

function leafView(leaf: LeafDraft, path: PartPath, given: ConditionsGiven): LeafView {
  const { words, language, catalogue } = given;
  const entry = catalogue.find(({ id }) => id === leaf.fact);
  const field = fieldsOf(path, given.faults);
  const tests = TESTS_OF[entry?.type.kind ?? 'boolean'];
  // A form that a stored rule uses stays to be chosen, though new conditions are not offered it.
  const offered = tests.includes(leaf.test) ? tests : [...tests, leaf.test];
  const is = `${leaf.fact}|${leaf.test}`;
  return {
    kind: 'leaf',
    path,
    label: entry === undefined ? leaf.fact : labelIn(language, entry),
    is: {
      ...field('is', is),
      options: offered.map((test) => choice(`${leaf.fact}|${test}`, words.rules.editor.tests[test], is)),
    },
    range: rangeView(leaf, entry, field, words),
    values: valuesView(leaf, entry, field),
  };
}

function rangeView(
  { low, high }: LeafDraft,
  entry: CatalogueEntry | undefined,
  field: ReturnType<typeof fieldsOf>,
  { rules }: Words,
): LeafView['range'] {
  if (entry?.type.kind !== 'integer') return null;
  const { min, max } = entry.type;
  return { low: field('low', low), high: field('high', high), hint: rules.editor.range(min, max) };
}

function valuesView(
  { values }: LeafDraft,
  entry: CatalogueEntry | undefined,
  field: ReturnType<typeof fieldsOf>,
): LeafView['values'] {
  if (entry?.type.kind !== 'enum') return null;
  const options = entry.type.values.map((value) => {
    const isAccepted = values.includes(value);
    return { value, text: value.replaceAll('_', ' '), selected: isAccepted, checked: isAccepted };
  });
  return { ...field('value', ''), options };
}
