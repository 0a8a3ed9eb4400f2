import { describe, expect, it } from '@jest/globals';
import type { RuleSet } from '../rule-set.ts';
import { aRule, aRuleSet, facts, firesOn, holds } from '../testing/builders.ts';
import { checkRuleSet } from './check-rule-set.ts';

const SOUND: RuleSet = aRuleSet([
  aRule(
    'R1',
    { all: [holds('a'), { fact: 'age', between: [0, 4] }] },
    { ...firesOn({ a: true, age: 2 }), effectiveTo: '2027-01-01' },
  ),
  aRule(
    'R2',
    { not: holds('b') },
    {
      ...firesOn({ b: false }),
      then: { minLevel: 'statutory_protection', minUrgency: 'red', redLine: true, routes: ['mash'] },
    },
  ),
]);

/** The sound set with the value at one place replaced, or taken out where it is `undefined`. */
function withAt(path: string, value: unknown): unknown {
  const copy = structuredClone(SOUND);
  const keys = path.split('/').slice(1);
  const last = keys.pop() ?? '';
  const parent = keys.reduce<object>((at, key) => Reflect.get(at, key) as object, copy);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
  return copy;
}

function pathsAfter(path: string, value: unknown): string[] {
  return checkRuleSet(withAt(path, value)).map((fault) => fault.path);
}

describe('a sound rule set', () => {
  it('has no faults', () => {
    expect(checkRuleSet(SOUND)).toEqual([]);
  });
});

describe('the form of a rule set', () => {
  it.each([null, 1, 'rules', [], undefined])('is not %j', (candidate) => {
    expect(checkRuleSet(candidate)).toEqual([{ path: '', message: 'It must be an object.' }]);
  });

  it.each([
    ...['schemaVersion', 'id', 'version', 'title', 'nation', 'catalogue', 'rules'].map((key) => `/${key}`),
    ...['id', 'label', 'type', 'missing', 'suppliedBy', 'sensitivity', 'source'].map((key) => `/catalogue/9/${key}`),
    ...['kind', 'min', 'max'].map((key) => `/catalogue/5/type/${key}`),
    '/catalogue/6/type/values',
    ...['id', 'version', 'title', 'because', 'owner', 'legalBasis', 'source'].map((key) => `/rules/1/${key}`),
    ...['effectiveFrom', 'areas', 'when', 'then', 'tests'].map((key) => `/rules/1/${key}`),
    ...['title', 'facts', 'expect'].map((key) => `/rules/1/tests/0/${key}`),
  ])('needs %s', (path) => {
    const paths = pathsAfter(path, undefined);

    expect(paths.some((found) => found === path || (path.includes('/type/') && path.startsWith(found)))).toBe(true);
  });

  it.each([
    '/surprise',
    '/catalogue/0/surprise',
    '/catalogue/0/type/surprise',
    '/catalogue/8/missing/surprise',
    '/rules/0/surprise',
    '/rules/0/legalBasis/france',
    '/rules/0/then/maxLevel',
    '/rules/0/tests/0/surprise',
  ])('has no place for %s', (path) => {
    expect(pathsAfter(path, 'x')).toContain(path);
  });

  it('writes keys into paths as JSON pointers do', () => {
    expect(pathsAfter('/rules/0/tests/0/facts', { 'x/y~z': true })).toContain('/rules/0/tests/0/facts/x~1y~0z');
  });

  it.each<[string, unknown]>([
    ['/schemaVersion', '2'],
    ['/id', 'has space'],
    ['/version', 3],
    ['/title', '   '],
    ['/nation', 'france'],
    ['/catalogue', []],
    ['/catalogue', {}],
    ['/rules', []],
    ['/catalogue/0/id', '__proto__'],
    ['/catalogue/0/label', ''],
    ['/catalogue/0/labelCy', ''],
    ['/catalogue/0/type', { kind: 'date' }],
    ['/catalogue/0/missing', 'absent'],
    ['/catalogue/0/missing', null],
    ['/catalogue/0/suppliedBy', []],
    ['/catalogue/0/sensitivity', 'secret'],
    ['/catalogue/0/harm', 'yes'],
    ['/catalogue/0/aboutOthers', 1],
    ['/catalogue/0/question', ''],
    ['/rules/0/version', 0],
    ['/rules/0/version', 1.5],
    ['/rules/0/because', ''],
    ['/rules/0/effectiveFrom', '2026-02-30'],
    ['/rules/0/effectiveTo', 'soon'],
    ['/rules/0/areas', []],
    ['/rules/0/then/minLevel', 'no_further_action'],
    ['/rules/0/then/minUrgency', 'purple'],
    ['/rules/0/then/redLine', 'yes'],
    ['/rules/0/then/routes', 'mash'],
    ['/rules/0/tests', []],
    ['/rules/0/tests', {}],
    ['/rules/0/tests/0/expect', true],
    ['/rules/0/tests/0/facts', []],
  ])('refuses %s as %j', (path, value) => {
    expect(pathsAfter(path, value)).toContain(path);
  });

  it.each<[string, unknown, string]>([
    ['/catalogue/0/suppliedBy', ['parent'], '/catalogue/0/suppliedBy/0'],
    ['/catalogue/0/suppliedBy', ['system', 'system'], '/catalogue/0/suppliedBy/1'],
    ['/catalogue/3/id', 'a', '/catalogue/3/id'],
    ['/catalogue/5/type', { kind: 'integer', min: 2, max: 1 }, '/catalogue/5/type'],
    ['/catalogue/5/type', { kind: 'integer', min: 0.5, max: 1 }, '/catalogue/5/type/min'],
    ['/catalogue/6/type', { kind: 'enum', values: [] }, '/catalogue/6/type/values'],
    ['/catalogue/6/type', { kind: 'enum', values: ['x', 'x'] }, '/catalogue/6/type/values/1'],
    ['/catalogue/6/type', { kind: 'enum', values: ['unknown'] }, '/catalogue/6/type/values/0'],
    ['/catalogue/9/missing', { absent: 'no' }, '/catalogue/9/missing/absent'],
    ['/catalogue/9/missing', { absent: null }, '/catalogue/9/missing/absent'],
    ['/catalogue/8/missing', { absent: 1 }, '/catalogue/8/missing/absent'],
    ['/rules/1/id', 'R1', '/rules/1/id'],
    ['/rules/0/effectiveTo', '2025-12-31', '/rules/0/effectiveTo'],
    ['/rules/0/areas', ['north', ''], '/rules/0/areas/1'],
    ['/rules/0/areas', ['north', 'north'], '/rules/0/areas/1'],
    ['/rules/0/legalBasis', {}, '/rules/0/legalBasis/england'],
    [
      '/rules/0/legalBasis',
      { wales: 'Social Services and Well-being (Wales) Act 2014' },
      '/rules/0/legalBasis/england',
    ],
    ['/rules/0/legalBasis', { england: '' }, '/rules/0/legalBasis/england'],
    ['/rules/0/then', {}, '/rules/0/then'],
    ['/rules/0/then', { routes: [] }, '/rules/0/then'],
    ['/rules/0/then/routes', ['mash', 'mash'], '/rules/0/then/routes/1'],
    ['/rules/1/then/minLevel', 'statutory_need', '/rules/1/then/minLevel'],
    ['/rules/1/then/minLevel', undefined, '/rules/1/then/minLevel'],
    ['/rules/1/then/minUrgency', 'amber', '/rules/1/then/minUrgency'],
    ['/rules/1/then/minUrgency', undefined, '/rules/1/then/minUrgency'],
  ])('with %s as %j is faulted at %s', (path, value, at) => {
    expect(pathsAfter(path, value)).toEqual([at]);
  });
});

describe("a rule's own tests", () => {
  it('must pass', () => {
    expect(checkRuleSet(withAt('/rules/0/tests/0/facts/age', 9))).toEqual([
      { path: '/rules/0/tests/0/expect', message: 'The test "fires" expects true, but the rule gives false.' },
    ]);
    expect(pathsAfter('/rules/0/tests/0/facts/age', 'unknown')).toEqual(['/rules/0/tests/0/expect']);
  });

  it('must include one in which the rule fires', () => {
    const tests = [{ title: 'does not fire', facts: { a: false }, expect: 'false' }];

    expect(pathsAfter('/rules/0/tests', tests)).toEqual(['/rules/0/tests']);
  });

  it.each<[string, unknown]>([
    ['age', '2'],
    ['age', 18],
    ['a', 1],
    ['severity', 'grave'],
    ['stranger', true],
  ])('cannot have %s as %j', (id, value) => {
    expect(pathsAfter(`/rules/0/tests/0/facts/${id}`, value)).toContain(`/rules/0/tests/0/facts/${id}`);
  });
});

describe('the check', () => {
  it('reports every fault at once, each in a sentence', () => {
    const rules = [
      { ...aRule('R1', { all: [] }), title: '', then: { redLine: true, minLevel: 'early_help' } },
      { ...aRule('R1', { fact: 'age', is: 99 }), tests: [{ title: 't', facts: facts({}), expect: 'maybe' }] },
    ];
    const found = checkRuleSet({ ...SOUND, nation: 'france', rules });

    expect(found.map(({ path }) => path).sort()).toEqual([
      '/nation',
      '/rules/0/then/minLevel',
      '/rules/0/then/minUrgency',
      '/rules/0/title',
      '/rules/0/when/all',
      '/rules/1/id',
      '/rules/1/tests',
      '/rules/1/tests/0/expect',
      '/rules/1/when/is',
    ]);
    expect(found.filter(({ message }) => !/^["A-Z].*\.$/.test(message))).toEqual([]);
  });

  it('leaves the candidate as it is', () => {
    const candidate = structuredClone(SOUND);
    checkRuleSet(candidate);

    expect(candidate).toEqual(SOUND);
  });
});
