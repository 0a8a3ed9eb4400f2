import { describe, expect, it } from '@jest/globals';
import { profileOf } from '#nation-packs';
import { checkRuleSet, type Rule } from '#rules';
import type { FormFields } from '#sign-in';
import { WORDS } from '../../words/words.ts';
import { acted } from './actions.ts';
import { partField } from './condition-fields.ts';
import { placedFaults } from './placed-faults.ts';
import { type PartDraft, PROMPT_LISTS, type RuleDraft, TEXT_FIELDS } from './rule-draft.ts';
import { draftIn, draftOf, emptyDraft, exampleField } from './rule-form.ts';
import { writeRule } from './rule-write.ts';

const { ruleSet } = profileOf('larkshire');
const INJURED_BABY = 'ENG-INJ-01-injury-to-a-baby-who-cannot-move';

function ruleOf(id: string): Rule {
  const rule = ruleSet.rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  return rule;
}

/** What a browser sends of the form that shows a draft. */
function sent(draft: RuleDraft): FormFields {
  const fields: Record<string, string | string[]> = {
    ...Object.fromEntries(TEXT_FIELDS.map((name) => [name, draft.texts[name]])),
    ...Object.fromEntries(PROMPT_LISTS.map((list) => [list, [...draft.prompts[list]]])),
    ...{ areas: [...draft.areas], level: draft.level, urgency: draft.urgency, kept: draft.kept.join(',') },
    ...(draft.redLine ? { redLine: 'yes' } : {}),
  };
  for (const [name, day] of [['from', draft.from] as const, ['until', draft.until] as const]) {
    ['day', 'month', 'year'].forEach((part, at) => (fields[`${name}-${part}`] = day[at] ?? ''));
  }
  sendPart(draft.when, '', fields);
  draft.examples.forEach(({ title, expect: expected, facts }, place) => {
    fields[exampleField(place, 'title')] = title;
    fields[exampleField(place, 'expect')] = expected;
    facts.forEach(({ fact, value }, at) => (fields[exampleField(place, 'fact', at)] = `${fact}|${value}`));
  });
  return fields;
}

function sendPart(part: PartDraft, path: string, fields: Record<string, string | string[]>): void {
  if (part.kind === 'group') {
    fields[partField(path, 'join')] = part.join;
    fields[partField(path, 'count')] = part.count;
    part.parts.forEach((one, place) => {
      sendPart(one, `${path}-${String(place)}`, fields);
    });
    return;
  }
  fields[partField(path, 'is')] = `${part.fact}|${part.test}`;
  fields[partField(path, 'low')] = part.low;
  fields[partField(path, 'high')] = part.high;
  fields[partField(path, 'value')] = [...part.values];
}

function writtenFrom(rule: Rule | null, draft: RuleDraft) {
  return writeRule(draftIn(sent(draft)), { ruleSet, stored: rule, newId: 'NEW' });
}

/** What the check finds in the set with this rule, at places within the rule. */
function faultsIn(rule: Rule, change: (draft: RuleDraft) => RuleDraft): Readonly<Record<string, string>> {
  const { rule: written, places } = writtenFrom(rule, change(draftOf(rule, 'england')));
  const at = ruleSet.rules.findIndex(({ id }) => id === rule.id);
  const rules = ruleSet.rules.map((one) => (one.id === rule.id ? written : one));
  const base = `/rules/${String(at)}`;
  const own = checkRuleSet({ ...ruleSet, rules })
    .filter(({ path }) => path.startsWith(base))
    .map(({ path, message }) => ({ pointer: path.slice(base.length), message }));
  return placedFaults({ rule: own, set: [] }, places, WORDS.en).faults;
}

describe('a rule in the form', () => {
  it.each(ruleSet.rules.map((rule) => [rule.id, rule] as const))('%s goes through it unchanged', (_id, rule) => {
    const { rule: written } = writtenFrom(rule, draftOf(rule, 'england'));
    expect(written).toEqual({ ...rule, version: rule.version + 1 });
  });

  it('with its examples open goes through it unchanged, too', () => {
    const rule = ruleOf(INJURED_BABY);
    const given = { fields: {}, catalogue: ruleSet.catalogue, stored: rule };
    const opened = rule.tests.reduce(
      (draft, _test, place) => acted(draft, { verb: 'open', at: [String(place)] }, given),
      draftOf(rule, 'england'),
    );
    expect(opened.kept).toEqual([]);
    expect(writtenFrom(rule, opened).rule.tests).toEqual(rule.tests);
  });

  it('stays within the fields that a form may hold', () => {
    const most = Math.max(...ruleSet.rules.map((rule) => Object.keys(sent(draftOf(rule, 'england'))).length));
    // The numbers and lists of conditions are sent only where they are shown.
    const shown = ruleSet.rules.map((rule) => Object.keys(sent(draftOf(rule, 'england'))).filter(isShown).length);
    expect(Math.max(...shown)).toBeLessThan(170);
    expect(most).toBeGreaterThan(200);
  });
});

const isShown = (name: string): boolean => !/\.(low|high|value|count)$/.test(name);

describe('a fault stands beside the cell it belongs to', () => {
  const rule = ruleOf(INJURED_BABY);

  it.each<[string, string, (draft: RuleDraft) => RuleDraft]>([
    ['a blank reason', 'because', (draft) => ({ ...draft, texts: { ...draft.texts, because: ' ' } })],
    ['no law', 'law', (draft) => ({ ...draft, texts: { ...draft.texts, law: '' } })],
    ['a day that is none', 'from-day', (draft) => ({ ...draft, from: ['31', '2', '2026'] })],
    ['a last day before the first', 'until-day', (draft) => ({ ...draft, until: ['1', '1', '2001'] })],
    ['no area', 'areas', (draft) => ({ ...draft, areas: [] })],
    ['a red line below the highest level', 'level', (draft) => ({ ...draft, level: 'early_help' })],
    ['no example', 'examples', (draft) => ({ ...draft, kept: [] })],
    ['a number out of range', 'c-1.low', (draft) => withPart(draft, 1, { low: '-99' })],
    ['words for a number', 'c-1.high', (draft) => withPart(draft, 1, { high: 'two' })],
    ['numbers the wrong way round', 'c-1.low', (draft) => withPart(draft, 1, { low: '1', high: '0' })],
    ['resting on there being no harm', 'c-0.is', (draft) => withPart(draft, 0, { test: 'no' })],
    ['an empty group', 'c-2.join', (draft) => withPart(draft, 2, { parts: [] })],
  ])('%s', (_what, field, change) => {
    expect(Object.keys(faultsIn(rule, change))).toContain(field);
  });

  it('an example that no longer comes out as expected, in words', () => {
    const faults = faultsIn(rule, (draft) => withPart(draft, 1, { high: '0' }));
    const [[field, text] = ['', '']] = Object.entries(faults);
    expect(field).toMatch(/^kept-\d+$/);
    expect(text).toContain('expected was “The rule holds”');
  });

  it('all of a new rule at once, and none of them in the words of a file', () => {
    const { rule: written } = writtenFrom(null, emptyDraft('2026-11-22', 'Head of service'));
    const found = checkRuleSet({ ...ruleSet, rules: [...ruleSet.rules, written] });
    const base = `/rules/${String(ruleSet.rules.length)}`;
    const faults = found.map(({ path, message }) => ({ pointer: path.slice(base.length), message }));
    const placed = placedFaults(
      { rule: faults, set: [] },
      writtenFrom(null, emptyDraft('2026-11-22', 'X')).places,
      WORDS.cy,
    );
    expect(Object.keys(placed.faults).sort()).toEqual([
      'because',
      'c.join',
      'examples',
      'law',
      'level',
      'source',
      'title',
    ]);
    expect(Object.values(placed.faults).join(' ')).not.toMatch(/"/);
  });
});

function withPart(draft: RuleDraft, place: number, change: object): RuleDraft {
  const parts = draft.when.parts.map((part, at) => (at === place ? { ...part, ...change } : part));
  return { ...draft, when: { ...draft.when, parts } };
}

describe('a button of the form', () => {
  const rule = ruleOf(INJURED_BABY);
  const press = (verb: string, at: readonly string[], fields: FormFields = {}): RuleDraft =>
    acted(draftOf(rule, 'england'), { verb, at }, { fields, catalogue: ruleSet.catalogue, stored: rule });

  it('adds a condition to its group, and takes one away', () => {
    const added = press('add', ['-2'], { 'c-2.pick': 'child.disabled' }).when.parts[2];
    expect(added).toMatchObject({ parts: [{}, {}, { fact: 'child.disabled', test: 'yes' }] });
    expect(press('remove', ['-2-0']).when.parts[2]).toMatchObject({ parts: [{ fact: 'child.ageDays' }] });
  });

  it('leaves everything as it is when nothing was picked, or the place is not there', () => {
    for (const [verb, at] of [
      ['add', ['-2']],
      ['remove', ['-9-9']],
      ['open', ['99']],
      ['nothing', []],
    ] as const) {
      expect(press(verb, at)).toEqual(draftOf(rule, 'england'));
    }
  });

  it('adds a prompt once', () => {
    const before = draftOf(rule, 'england').prompts.actions;
    expect(press('prompt', ['actions'], { 'actions.pick': 'new_one' }).prompts.actions).toEqual([...before, 'new_one']);
    expect(press('prompt', ['actions'], { 'actions.pick': before[0] ?? '' }).prompts.actions).toEqual(before);
    expect(press('unprompt', ['actions', '0']).prompts.actions).toEqual(before.slice(1));
  });
});
