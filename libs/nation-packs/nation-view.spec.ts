import { describe, expect, it } from '@jest/globals';
import { NATIONS } from '#domain';
import { catalogueOf, indicatorsOf, type NationView, promptsOf, requireKnown, rulesOf } from './nation-view.ts';
import { inLayers } from './words-in-layers.ts';
import { YamlNode } from './yaml-node.ts';

const NOTHING = { indicators: {}, rules: {}, facts: {}, prompts: {}, levels: {} };

function aView(changes: { overrides?: object; welsh?: object } = {}): NationView {
  const overrides = new YamlNode({ indicators: {}, rules: {}, ...changes.overrides }, 'overrides.yaml');
  const welsh = { ...NOTHING, ...changes.welsh };
  return { nation: 'wales', prefix: 'WLS', effectiveFrom: '2022-03-21', welsh, overrides };
}

function aRule(fields: object): YamlNode {
  return new YamlNode({ rules: [{ id: 'R-01', title: 'T', because: 'B', ...fields }] }, 'rules.yaml');
}

const ALL_LAW = { england: 'E', wales: 'W', scotland: 'S', northern_ireland: 'N' };

describe('words in layers', () => {
  const common = new YamlNode({ title: 'Word', because: 'Why' }, 'file.yaml');

  it('put the Welsh beside the common words that it translates', () => {
    expect(inLayers(common, { title: 'Gair', because: 'Pam', question: 'Pwy?' }).value).toEqual({
      title: 'Word',
      because: 'Why',
      titleCy: 'Gair',
      becauseCy: 'Pam',
    });
  });

  it('leave the Welsh out where a nation has words of its own, unless it brings Welsh too', () => {
    expect(inLayers(common, { title: 'Gair' }, { title: 'Ours' }).value).toEqual({ title: 'Ours', because: 'Why' });
    expect(inLayers(common, { title: 'Gair' }, { title: 'Ours', titleCy: 'Ein' }).value).toMatchObject({
      titleCy: 'Ein',
    });
  });

  it('do without Welsh where none is given', () => {
    expect(inLayers(common, undefined).value).toEqual({ title: 'Word', because: 'Why' });
  });
});

describe('the common files as a nation has them', () => {
  it('give a rule the nation’s prefix, law and first day', () => {
    expect(rulesOf(aView(), aRule({ legalBasis: ALL_LAW }), NATIONS).value).toEqual({
      rules: [{ effectiveFrom: '2022-03-21', id: 'WLS-R-01', title: 'T', because: 'B', legalBasis: { wales: 'W' } }],
    });
  });

  it('keep a first day that a rule names itself, and words of the nation’s own', () => {
    const view = aView({
      overrides: { rules: { 'R-01': { title: 'Ours' } } },
      welsh: { rules: { 'R-01': { because: 'Pam' } } },
    });
    const rule = aRule({ legalBasis: ALL_LAW, effectiveFrom: '2025-01-01' });

    expect(rulesOf(view, rule, NATIONS).value).toMatchObject({
      rules: [{ effectiveFrom: '2025-01-01', title: 'Ours', becauseCy: 'Pam' }],
    });
  });

  it('leave out a rule that holds in other nations only', () => {
    const rule = aRule({ nations: ['england'], legalBasis: { england: 'E' } });

    expect(rulesOf(aView(), rule, NATIONS).value).toEqual({ rules: [] });
  });

  it.each<[string, object, string]>([
    [
      'without law in a nation that it holds in',
      { legalBasis: { wales: 'W' } },
      'rules.yaml > rules > R-01 > legalBasis: must have england',
    ],
    [
      'with law of a nation that it does not hold in',
      { nations: ['wales'], legalBasis: ALL_LAW },
      'has no field england',
    ],
    ['for a nation that there is not', { nations: ['cornwall'], legalBasis: ALL_LAW }, 'must be one of england'],
  ])('refuse a rule %s', (_title, fields, problem) => {
    expect(() => rulesOf(aView(), aRule(fields), NATIONS)).toThrow(problem);
  });

  it('refuse words for an indicator or rule that there is not', () => {
    const view = aView({ overrides: { indicators: { A99: { title: 'Nobody' } } } });
    const empty = { title: 'Empty', indicators: [] };
    const file = new YamlNode({ A: empty, B: empty, C: empty, D: empty }, 'indicators.yaml');

    expect(() => indicatorsOf(view, file)).toThrow('overrides.yaml > indicators: there is no A99 to override');
    expect(() => {
      requireKnown(new YamlNode({ X: {} }, 'o'), new Set(['Y']));
    }).toThrow('there is no X to override');
  });

  it('add the nation’s facts to the common ones', () => {
    const file = (id: string) => new YamlNode({ facts: [{ id, label: id }] }, 'catalogue.yaml');
    const view = aView({ welsh: { facts: { one: { label: 'un' } } } });

    expect(catalogueOf(view, file('one'), file('two')).value).toEqual({
      facts: [
        { id: 'one', label: 'one', labelCy: 'un' },
        { id: 'two', label: 'two' },
      ],
    });
  });

  it('take the nation’s words of a code before the common ones, and Welsh only for what it translates', () => {
    const common = new YamlNode({ actions: { meet: 'Meet', call: 'Call' } }, 'prompts.yaml');
    const own = new YamlNode({ actions: { meet: 'Gather', write: 'Write' } }, 'wales');
    const view = aView({ welsh: { prompts: { action: { meet: 'Cwrdd', call: 'Galw', write: 'Ysgrifennu' } } } });

    expect(promptsOf(view, common, own).value).toMatchObject({
      actions: {
        meet: { title: 'Gather' },
        call: { title: 'Call', titleCy: 'Galw' },
        write: { title: 'Write', titleCy: 'Ysgrifennu' },
      },
    });
    expect(promptsOf(view, common, own).value).not.toMatchObject({ actions: { meet: { titleCy: 'Cwrdd' } } });
  });
});
