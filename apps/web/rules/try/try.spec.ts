import { describe, expect, it } from '@jest/globals';
import { known, unknown } from '#domain';
import { profileOf } from '#nation-packs';
import { WORDS } from '../../words/words.ts';
import { presentCase } from './case.presenter.ts';
import { presentQuestions } from './questions.presenter.ts';
import { readFacts } from './try.form.ts';

const { ruleSet } = profileOf('larkshire');

describe('a made-up case', () => {
  const facts = {
    'indicator.B16': known(true),
    'child.ageYears': known(0),
    'child.injuryReported': unknown('not_known'),
  };

  it('goes through the form that tries it unchanged', () => {
    const { fields } = presentCase({ facts, area: null }, ruleSet, 'en');
    const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    expect(readFacts(typed, ruleSet.catalogue, WORDS.en)).toEqual({ facts, faults: {} });
  });

  it('is told fact by fact, in Welsh where there is Welsh', () => {
    const { said } = presentCase({ facts, area: null }, ruleSet, 'cy');
    expect(said.map(({ label, value }) => `${label}: ${value}`)[1]).toMatch(/^Oed.*: 0$/);
  });

  it('with a number that the fact cannot have comes back with what it can', () => {
    const { faults } = readFacts({ 'f.child.ageYears': '99' }, ruleSet.catalogue, WORDS.en);
    expect(faults).toEqual({ 'f.child.ageYears': 'Enter a whole number from -1 to 25, or leave it empty' });
  });

  it('is asked for in plain questions, all facts once; those that share a question by their names', () => {
    const groups = presentQuestions(ruleSet, { typed: { 'f.indicator.B16': 'yes' }, language: 'en', words: WORDS.en });
    const questions = groups.flatMap((group) => group.questions);
    expect(questions).toHaveLength(ruleSet.catalogue.length);
    expect(groups[0]).toMatchObject({ title: 'Danger now', answered: 0 });
    expect(groups.find(({ answered }) => answered > 0)?.title).toBe('Signs: how the child is cared for');
    expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
  });
});
