import { type Level, LEVELS, type Urgency, URGENCIES } from '#domain';
import type { Nation } from '#domain';
import type { Rule, RuleTest } from '#rules';
import type { FormFields } from '#sign-in';
import { textOf } from '../../door/visit.ts';
import { textsOf } from '../activate/activation.form.ts';
import { groupOf } from './condition-draft.ts';
import { conditionIn } from './condition-fields.ts';
import {
  type DayDraft,
  type ExampleDraft,
  PROMPT_LISTS,
  type PromptList,
  type RuleDraft,
  TEXT_FIELDS,
  type TextField,
} from './rule-draft.ts';

const EXPECTED: readonly RuleTest['expect'][] = ['true', 'false', 'unknown'];
const PARTS = ['day', 'month', 'year'] as const;

/** A stored rule for the form: all of its examples stay as they are. */
export function draftOf(rule: Rule, nation: Nation): RuleDraft {
  const { title, titleCy = '', because, becauseCy = '', owner, source, then } = rule;
  return {
    texts: { title, titleCy, because, becauseCy, owner, source, law: rule.legalBasis[nation] ?? '' },
    from: partsOf(rule.effectiveFrom),
    until: partsOf(rule.effectiveTo ?? ''),
    areas: rule.areas,
    when: groupOf(rule.when),
    level: then.minLevel ?? '',
    urgency: then.minUrgency ?? '',
    redLine: then.redLine === true,
    prompts: eachList((list) => then[list] ?? []),
    kept: rule.tests.map((_test, place) => place),
    examples: [],
  };
}

/** A rule that says nothing yet, for all areas from a day. */
export function emptyDraft(from: string, owner: string): RuleDraft {
  return {
    texts: { title: '', titleCy: '', because: '', becauseCy: '', owner, source: '', law: '' },
    from: partsOf(from),
    until: ['', '', ''],
    areas: ['*'],
    when: { kind: 'group', join: 'all', count: '', parts: [] },
    level: '',
    urgency: '',
    redLine: false,
    prompts: eachList(() => []),
    kept: [],
    examples: [],
  };
}

function partsOf(day: string): DayDraft {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return [dayOfMonth.replace(/^0/, ''), month.replace(/^0/, ''), year];
}

function eachList(codesOf: (list: PromptList) => readonly string[]): RuleDraft['prompts'] {
  return Object.fromEntries(PROMPT_LISTS.map((list) => [list, codesOf(list)])) as unknown as RuleDraft['prompts'];
}

/** The rule as it stands in the form that was sent. */
export function draftIn(fields: FormFields): RuleDraft {
  const day = (name: string): DayDraft =>
    PARTS.map((part) => textOf(fields, `${name}-${part}`).trim()) as unknown as DayDraft;
  return {
    texts: Object.fromEntries(TEXT_FIELDS.map((name) => [name, textOf(fields, name).trim()])) as Record<
      TextField,
      string
    >,
    from: day('from'),
    until: day('until'),
    areas: textsOf(fields, 'areas'),
    when: conditionIn(fields),
    level: LEVELS.find((one): one is Level => one === textOf(fields, 'level')) ?? '',
    urgency: URGENCIES.find((one): one is Urgency => one === textOf(fields, 'urgency')) ?? '',
    redLine: textOf(fields, 'redLine') === 'yes',
    prompts: eachList((list) => textsOf(fields, list)),
    kept: textOf(fields, 'kept')
      .split(',')
      .filter((place) => /^\d{1,3}$/.test(place))
      .map(Number),
    examples: examplesIn(fields),
  };
}

/** The name and id of a field of an open example; `at`: the place of one of its facts. */
export function exampleField(
  place: number,
  field: 'title' | 'expect' | 'fact' | 'number' | 'pick',
  at?: number,
): string {
  return `t-${String(place)}.${field}${at === undefined ? '' : `-${String(at)}`}`;
}

function examplesIn(fields: FormFields): ExampleDraft[] {
  const found: ExampleDraft[] = [];
  while (Object.hasOwn(fields, exampleField(found.length, 'title'))) found.push(exampleAt(found.length, fields));
  return found;
}

function exampleAt(place: number, fields: FormFields): ExampleDraft {
  const facts: ExampleDraft['facts'][number][] = [];
  for (let at = 0; Object.hasOwn(fields, exampleField(place, 'fact', at)); at += 1) {
    const [fact = '', value = ''] = textOf(fields, exampleField(place, 'fact', at)).split('|');
    const number = fields[exampleField(place, 'number', at)];
    const typed = typeof number === 'string' ? number.trim() : value;
    facts.push({ fact, value: typed === '' ? 'unknown' : typed });
  }
  const expect = EXPECTED.find((one) => one === textOf(fields, exampleField(place, 'expect'))) ?? '';
  return { title: textOf(fields, exampleField(place, 'title')).trim(), expect, facts };
}
