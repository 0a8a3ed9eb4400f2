import { type Language, LEVELS, URGENCIES } from '#domain';
import { type CodeWords, KIND_OF_LIST, type RuleSet } from '#rules';
import type { Faults } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';
import type { AreaName } from '../areas.ts';
import { type Choice, choice, factChoices, type FactGroup } from './choices.ts';
import { type GroupView, presentConditions } from './conditions.presenter.ts';
import { type KeptExample, type OpenExample, presentExamples, presentKept } from './examples.presenter.ts';
import { PROMPT_LISTS, type PromptList, type RuleDraft, type StoredRule } from './rule-draft.ts';

/** What a person is prompted to do, of one kind. */
interface PromptsView {
  readonly list: PromptList;
  readonly title: string;
  readonly rows: readonly {
    readonly id: string;
    readonly code: string;
    readonly text: string;
    readonly fault: string | null;
  }[];
  readonly choices: readonly Choice[];
}

export interface EditorView {
  readonly texts: RuleDraft['texts'];
  readonly days: Readonly<Record<'from' | 'until', readonly [string, string, string]>>;
  readonly areas: readonly (Choice & { readonly checked: boolean })[];
  readonly levels: readonly Choice[];
  readonly urgencies: readonly Choice[];
  readonly redLine: boolean;
  readonly prompts: readonly PromptsView[];
  readonly whole: GroupView;
  readonly facts: readonly FactGroup[];
  readonly kept: readonly KeptExample[];
  readonly keptPlaces: string;
  readonly examples: readonly OpenExample[];
}

export interface EditorGiven {
  readonly ruleSet: RuleSet;
  readonly stored: StoredRule;
  readonly areas: readonly AreaName[];
  readonly faults: Faults;
  readonly language: Language;
  readonly words: Words;
}

/** A rule in the form: conditions as rows, prompts in words, examples as they are or open for changes. */
export function presentEditor(draft: RuleDraft, given: EditorGiven): EditorView {
  const { ruleSet, stored, faults, language, words } = given;
  const shown = { catalogue: ruleSet.catalogue, faults, language, words };
  const { editor } = words.rules;
  const lowestFirst = <C extends string>(codes: readonly C[], names: Readonly<Record<C, string>>, chosen: string) => [
    choice('', editor.noMinimum, chosen),
    ...codes.map((code) => choice(code, names[code], chosen)),
  ];
  return {
    texts: draft.texts,
    days: { from: [...draft.from], until: [...draft.until] },
    areas: areaChoices(draft.areas, given),
    levels: lowestFirst(LEVELS, words.codes.levels, draft.level),
    urgencies: lowestFirst(URGENCIES, words.codes.urgencies, draft.urgency),
    redLine: draft.redLine,
    prompts: PROMPT_LISTS.map((list) => promptsOf(list, draft, given)),
    whole: presentConditions(draft.when, shown),
    facts: factChoices(ruleSet.catalogue, language, words),
    kept: presentKept(draft, stored, shown),
    keptPlaces: draft.kept.join(','),
    examples: presentExamples(draft.examples, shown),
  };
}

function areaChoices(chosen: readonly string[], { areas, words }: EditorGiven): EditorView['areas'] {
  return [{ id: '*', name: words.rules.allAreas }, ...areas].map(({ id, name }) => {
    const isChosen = chosen.includes(id);
    return { value: id, text: name, selected: isChosen, checked: isChosen };
  });
}

function promptsOf(
  list: PromptList,
  { prompts }: RuleDraft,
  { ruleSet, language, words, faults }: EditorGiven,
): PromptsView {
  const kind = KIND_OF_LIST[list];
  const known = (ruleSet.words ?? []).filter((one) => one.kind === kind);
  const titleOf = ({ title, titleCy }: CodeWords): string => (language === 'cy' ? (titleCy ?? title) : title);
  const textFor = (code: string): string => {
    const found = known.find((one) => one.code === code);
    return found === undefined ? code : titleOf(found);
  };
  const free = known.filter(({ code }) => !prompts[list].includes(code));
  const sorted = free.map((one) => choice(one.code, titleOf(one))).sort((a, b) => a.text.localeCompare(b.text));
  return {
    list,
    title: words.rules.editor.prompts[kind],
    rows: prompts[list].map((code, at) => {
      const id = `${list}-${String(at)}`;
      return { id, code, text: textFor(code), fault: faults[id] ?? null };
    }),
    choices: [choice('', words.rules.editor.choose), ...sorted],
  };
}
