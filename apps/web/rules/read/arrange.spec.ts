import { describe, expect, it } from '@jest/globals';
import { profileOf } from '#nation-packs';
import { RuleReader } from '#rule-sets';
import { WORDS } from '../../words/words.ts';
import { arranged, ARRANGEMENTS } from './arrange.ts';

const { ruleSet } = profileOf('larkshire');
const rules = ruleSet.rules.map((rule) => new RuleReader(ruleSet, 'en').read(rule));

describe('rules arranged for reading', () => {
  it.each(ARRANGEMENTS)('by %s hold every rule', (by) => {
    const shown = new Set(arranged(rules, by, WORDS.en).flatMap((group) => group.rules.map(({ id }) => id)));
    expect(shown.size).toBe(rules.length);
  });

  it('by level stand the highest first, and in each the red lines first', () => {
    const [first] = arranged(rules, 'level', WORDS.en);
    expect(first?.title).toBe('Statutory: child protection');
    const marks = first?.rules.map(({ isRedLine }) => isRedLine) ?? [];
    expect(marks.lastIndexOf(true)).toBe(marks.filter(Boolean).length - 1);
  });

  it('by prompt stand under each prompt that they give', () => {
    const groups = arranged(rules, 'prompt', WORDS.en);
    expect(groups.some(({ title, rules: members }) => title.startsWith('To do: ') && members.length > 1)).toBe(true);
  });
});
