import { describe, expect, it } from '@jest/globals';
import { FULL_RULE_SET } from '../../rules/schema/testing/full-rule-set.ts';
import type { FileFault, ReadableFormat } from './exchange-types.ts';
import { readRuleSet } from './read-rule-set.ts';
import { writeRuleSet } from './write-rule-set.ts';

async function changed(format: ReadableFormat, ...changes: readonly (readonly [string, string])[]): Promise<string> {
  let text = (await writeRuleSet(FULL_RULE_SET, format)).replace(/^\uFEFF/, '');
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, () => to);
  }
  return text;
}

/** What stands in the file where a fault is said to be. */
function at(text: string, { line, column }: FileFault): string {
  return (text.split(/\r\n|\n|\r/)[line - 1] ?? '').slice(column - 1, column + 11);
}

async function faultsOf(format: ReadableFormat, ...changes: readonly (readonly [string, string])[]) {
  const text = await changed(format, ...changes);
  const { ruleSet, faults } = readRuleSet(text, format);
  expect(ruleSet).toBeNull();
  return faults.map((fault) => [fault.path, at(text, fault), fault.message]);
}

describe('a faulty JSON file', () => {
  it('gets every fault of its rules at once, in the order of the file', async () => {
    const faults = await faultsOf(
      'json',
      ['"injured"', '"stranger"'],
      ['"minUrgency": "red"', '"minUrgency": "amber"'],
    );

    expect(faults).toEqual(
      [['/catalogue/7/id', expect.anything(), expect.anything()]].slice(1).concat([
        ['/rules/0/when/all/2/of/0/fact', '"injured",', 'The catalogue has no fact "injured".'],
        ['/rules/0/then/minUrgency', '"amber",', 'A red line must propose "red".'],
        ['/rules/0/tests/0/facts/injured', 'true,', 'The catalogue has no fact "injured".'],
      ]),
    );
  });

  it.each<[string, string, string, string]>([
    ['"version": "1.10",', '"version": "1.10" "x"', '"x"', 'A comma or "}" should stand here, not "\\"".'],
    [
      '"nation": "england",',
      "'nation': 1,",
      "'nation': 1,",
      `A key in straight double quotes should stand here, not "'".`,
    ],
    ['"nation": "england",', '"nation": england,', 'england,', 'A value should stand here, not "e".'],
    [
      '"nation": "england",',
      '"nation": "eng\tland",',
      '"eng\tland",',
      'This text has a line break, a control character or an escape that JSON does not know.',
    ],
    ['"nation": "england",', '// nation', '// nation', 'A key in straight double quotes should stand here, not "/".'],
    [
      '"needsInformation": true',
      '"needsInformation": true,',
      '}',
      'A key in straight double quotes should stand here, not "}".',
    ],
  ])('with %s as %s is told where it stops being JSON', async (from, to, place, message) => {
    expect(await faultsOf('json', [from, to])).toEqual([[expect.anything(), expect.stringContaining(place), message]]);
  });

  it('may not say a thing twice, or smuggle in what every object has', async () => {
    const twice = ['"nation": "england",', '"nation": "england", "nation": "wales", "__proto__": {"x": 1},'] as const;

    expect(await faultsOf('json', twice)).toEqual([
      ['/nation', '"nation": "w', 'The key "nation" stands here twice.'],
      ['/__proto__', '"__proto__":', '"__proto__" may not be a key.'],
    ]);
  });
});

describe('a faulty YAML file', () => {
  it('gets the place of a fault in its rules', async () => {
    const faults = await faultsOf(
      'yaml',
      ['between: [ 0, 4 ]', 'between: [ 4, 0 ]'],
      ['owner: Front-door manager', 'owner: 7'],
    );

    expect(faults).toEqual([
      [
        '/rules/0/when/all/1/any/0/between',
        '[ 4, 0 ] }',
        'The first number of "between" must not be above the second.',
      ],
      ['/rules/1/owner', '7', 'It must be text and must not be blank.'],
    ]);
  });

  it.each<[string, string, string, string]>([
    ['nation: england', 'nation: &n england', 'england', 'A mark for reference (&) may not be used.'],
    ['nation: england', 'nation: *n', '*n', 'A reference (*) may not be used; write the value out.'],
    [
      'nation: england',
      'nation: !!str england',
      'england',
      'A tag (!) may not be used; text, numbers, true and false need none.',
    ],
    ['nation: england', 'nation: england\nnation: wales', 'nation: wale', 'The key "nation" stands here twice.'],
    [
      'nation: england',
      'nation: england\n7: x',
      '7: x',
      'A key must be text; put it in quotes if it looks like something else.',
    ],
    ['nation: england', 'nation: england\n__proto__: {}', '__proto__: {', '"__proto__" may not be a key.'],
    ['nation: england', 'nation: england\n---\na: 1', '---', 'The file must hold one document.'],
  ])('with %s as %s is refused', async (from, to, place, message) => {
    expect(await faultsOf('yaml', [from, to])).toContainEqual([expect.anything(), place, message]);
  });

  it('is told where it stops being YAML', async () => {
    const faults = await faultsOf('yaml', ['nation: england', 'nation: "england']);

    expect(faults[0]?.[2]).toMatch(/^This is not sound YAML: .*\.$/);
  });
});

describe('a faulty CSV file', () => {
  it('gets exact places inside conditions and examples, and every fault at once', async () => {
    const faults = await faultsOf(
      'csv',
      ['severity in (some, severe)', 'severity in (some, grave)'],
      ['"" ) expect\\"" (', '"" ) expect\\"" (('].map((one) => one.replace('expect\\', 'expect')) as [string, string],
      ['toString is true,', 'toString iss true,'],
    );

    expect(faults).toContainEqual([
      '/rules/0/when/all/3/in/1',
      'grave);',
      'It must be one of "none", "some", "severe".',
    ]);
    expect(faults).toContainEqual([
      '/rules/1/when',
      'iss true,,am',
      'Here should stand "is", "in" or "between" after the fact, not "iss".',
    ]);
    expect(faults).toContainEqual(['/rules/0/tests', '(a is true; ', 'Here should stand the id of a fact, not "(".']);
  });

  it.each<[string, string, string]>([
    ['all(a is true; not(known(b))', '', 'Here should stand ";" or ")", not the end.'],
    ['all()', 'all()', '"all" must be a list of at least one condition.'],
    ['all(a is “true”)', '“true”)', 'Texts stand in straight double quotes ("), not in curly ones.'],
    ['all(a is true, b is true)', ', b is true)', 'Here should stand ";" or ")", not ",".'],
    ['age between 0 and four', 'four', 'Here should stand a number, not "four".'],
    ['some(a is true)', 'some(a is tr', 'Here should stand "all", "any", "not", "known" or "at least", not "some".'],
    ['a is true b', 'b', 'Here should stand the end, not "b".'],
    ['a = true', '= true', 'The character "=" has no meaning here.'],
    ['severity is "some', '"some', 'The text that begins here has no closing quote.'],
    [`${'not('.repeat(60)}a is true${')'.repeat(60)}`, 'not(not(not(', 'Conditions may be nested at most 40 deep.'],
  ])('says of the condition %s what should stand there', (condition, place, message) => {
    const text = `record,id,when\nset,s,\nrule,R1,"${condition.replaceAll('"', '""')}"\n`;
    const { faults } = readRuleSet(text, 'csv');
    const found = faults.filter(({ path }) => path.startsWith('/rules/0/when'));

    expect(found.map(({ message: sentence }) => sentence)).toEqual([message]);
    expect(found.map((fault) => at(text, fault).replaceAll('""', '"').startsWith(place.replaceAll('""', '"')))).toEqual(
      [true],
    );
  });

  it.each<[string, string]>([
    ['record,id\nset,"s', 'The cell that begins here is not closed.'],
    ['record,id\nset,"s"x\n', 'After a closing quotation mark the cell must end; one inside a cell is written twice.'],
    [
      'record,id\nset,s"x\n',
      'A cell with a quotation mark in it must stand in quotation marks, and the mark is written twice.',
    ],
    ['id,title\n1,2\n', 'The first line must name the columns, with "record" among them.'],
    ['record,colour,id,id\nset,,s,\n', 'The column "colour" is not one that this file can have.'],
    ['record,id,id\nset,s,\n', 'The column "id" stands here twice.'],
    ['record,id\nset,s,,x\n', 'This cell stands under no column.'],
    ['record,id\nset,s\nsurprise,x\n', 'The kind of row must be one of "set", "rule", "fact", "test", "word".'],
    ['record,id\nset,s\nset,s\n', 'There may be only one row of the kind "set".'],
    ['record,id\nrule,s\n', 'There must be one row of the kind "set".'],
    ['record,id,when\nfact,s,a is true\n', 'The column "when" must be blank on a row of the kind "fact".'],
    ['record,id,redLine\nset,s,\nrule,r,perhaps\n', 'It must be "yes", "no" or blank.'],
    ['', 'The first line must name the columns, with "record" among them.'],
  ])('%j is refused', (text, message) => {
    const { ruleSet, faults } = readRuleSet(text, 'csv');

    expect(ruleSet).toBeNull();
    expect(faults.map((fault) => fault.message)).toContain(message);
  });

  it('that a spreadsheet saved with its own days, capitals and blank rows is read', async () => {
    const text = await changed('csv', ['2026-01-01', '01/01/2026'], ['2031-12-31', '31/12/2031'], [',no,', ',FALSE,']);

    expect(readRuleSet(`${text}${','.repeat(20)}\r\n\r\n`, 'csv')).toEqual({ ruleSet: FULL_RULE_SET, faults: [] });
  });

  it('never has a cell that a spreadsheet takes for a formula', async () => {
    const text = await writeRuleSet(FULL_RULE_SET, 'csv');

    expect(text).toContain(`"'=HYPERLINK(`);
    expect(text).not.toMatch(/(?:^|[,\n])"?[=+@\t]/);
  });
});
