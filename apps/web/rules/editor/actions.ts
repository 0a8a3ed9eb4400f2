import type { CatalogueEntry, RuleTest } from '#rules';
import type { FormFields } from '#sign-in';
import { textOf } from '../../door/visit.ts';
import { leaf } from './condition-draft.ts';
import { partField } from './condition-fields.ts';
import {
  type ExampleDraft,
  type GroupDraft,
  type PartDraft,
  PROMPT_LISTS,
  type RuleDraft,
  type StoredRule,
} from './rule-draft.ts';
import { exampleField } from './rule-form.ts';

/** What the pressed button wants: its name, and where in the form. */
export interface Wish {
  readonly verb: string;
  readonly at: readonly string[];
}

/** "add:-0-1" is a wish to add at the second part of the first. */
export function wishIn(fields: FormFields): Wish {
  const [verb = '', ...at] = textOf(fields, 'do').split(':');
  return { verb, at };
}

export interface ActingGiven {
  readonly fields: FormFields;
  readonly catalogue: readonly CatalogueEntry[];
  readonly stored: StoredRule;
}

/** The form after one of its buttons was pressed; what cannot be done leaves it as it is. */
export function acted(draft: RuleDraft, { verb, at: [first = '', second = ''] }: Wish, given: ActingGiven): RuleDraft {
  switch (verb) {
    case 'add':
      return { ...draft, when: changed(draft.when, stepsOf(first), (part) => withPart(part, newLeaf(first, given))) };
    case 'group':
      return { ...draft, when: changed(draft.when, stepsOf(first), (part) => withPart(part, EMPTY_GROUP)) };
    case 'remove':
      return { ...draft, when: without(draft.when, stepsOf(first)) };
    case 'prompt':
      return withPrompt(draft, first, textOf(given.fields, `${first}.pick`));
    case 'unprompt':
      return withoutPrompt(draft, first, Number(second));
    default:
      return actedOnExamples(draft, verb, [Number(first), Number(second)], given);
  }
}

const EMPTY_GROUP: GroupDraft = { kind: 'group', join: 'any', count: '', parts: [] };
const EMPTY_EXAMPLE: ExampleDraft = { title: '', expect: '', facts: [] };

const stepsOf = (path: string): number[] => path.split('-').slice(1).map(Number);

function changed(
  whole: GroupDraft,
  [step, ...rest]: readonly number[],
  change: (group: GroupDraft) => GroupDraft,
): GroupDraft {
  if (step === undefined) return change(whole);
  const parts = whole.parts.map((part, place): PartDraft =>
    place === step && part.kind === 'group' ? changed(part, rest, change) : part,
  );
  return { ...whole, parts };
}

function withPart(group: GroupDraft, part: PartDraft | null): GroupDraft {
  return part === null ? group : { ...group, parts: [...group.parts, part] };
}

function without(whole: GroupDraft, steps: readonly number[]): GroupDraft {
  const last = steps.at(-1);
  return changed(whole, steps.slice(0, -1), (group) => ({
    ...group,
    parts: group.parts.filter((_part, place) => place !== last),
  }));
}

const FIRST_TESTS = { boolean: 'yes', enum: 'one_of', integer: 'between' } as const;

/** A condition on the fact that was picked beside the button; none when nothing was. */
function newLeaf(path: string, { fields, catalogue }: ActingGiven): PartDraft | null {
  const picked = textOf(fields, partField(path, 'pick'));
  const entry = catalogue.find(({ id }) => id === picked);
  return entry === undefined ? null : leaf(entry.id, FIRST_TESTS[entry.type.kind], false);
}

function withPrompt(draft: RuleDraft, name: string, code: string): RuleDraft {
  const list = PROMPT_LISTS.find((one) => one === name);
  if (list === undefined || code === '' || draft.prompts[list].includes(code)) return draft;
  return { ...draft, prompts: { ...draft.prompts, [list]: [...draft.prompts[list], code] } };
}

function withoutPrompt(draft: RuleDraft, name: string, place: number): RuleDraft {
  const list = PROMPT_LISTS.find((one) => one === name);
  if (list === undefined) return draft;
  const codes = draft.prompts[list].filter((_code, at) => at !== place);
  return { ...draft, prompts: { ...draft.prompts, [list]: codes } };
}

function actedOnExamples(
  draft: RuleDraft,
  verb: string,
  [place, at]: readonly [number, number],
  { fields, stored }: ActingGiven,
): RuleDraft {
  const { examples, kept } = draft;
  const left = kept.filter((one) => one !== place);
  switch (verb) {
    case 'example':
      return { ...draft, examples: [...examples, EMPTY_EXAMPLE] };
    case 'open':
      return { ...draft, kept: left, examples: [...examples, ...openExample(stored?.tests[place])] };
    case 'drop':
      return { ...draft, kept: left };
    case 'unexample':
      return { ...draft, examples: examples.filter((_example, one) => one !== place) };
    case 'fact':
      return withExample(draft, place, (one) => withFact(one, textOf(fields, exampleField(place, 'pick'))));
    case 'unfact':
      return withExample(draft, place, (one) => ({ ...one, facts: one.facts.filter((_fact, index) => index !== at) }));
    default:
      return draft;
  }
}

function openExample(test: RuleTest | undefined): ExampleDraft[] {
  if (test === undefined) return [];
  const facts = Object.entries(test.facts).map(([fact, value]) => ({
    fact,
    value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value),
  }));
  return [{ title: test.title, expect: test.expect, facts }];
}

function withExample(draft: RuleDraft, place: number, change: (example: ExampleDraft) => ExampleDraft): RuleDraft {
  return { ...draft, examples: draft.examples.map((example, at) => (at === place ? change(example) : example)) };
}

function withFact(example: ExampleDraft, fact: string): ExampleDraft {
  if (fact === '' || example.facts.some((one) => one.fact === fact)) return example;
  return { ...example, facts: [...example.facts, { fact, value: 'unknown' }] };
}
