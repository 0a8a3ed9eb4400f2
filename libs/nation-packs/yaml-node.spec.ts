import { describe, expect, it } from '@jest/globals';
import { PackDataError } from './pack-data-error.ts';
import { readYaml, YamlNode } from './yaml-node.ts';

const node = new YamlNode(
  { rules: [{ id: 'R1', title: ' ' }, 'loose'], on: '2026-02-30', code: 'Not A Code', count: 1.5 },
  'file.yaml',
);

describe('reading a pack file', () => {
  it('names the place of a fault by the ids on the way to it', () => {
    expect(() => node.get('rules').list()[0]?.get('title').text()).toThrow(
      'file.yaml > rules > R1 > title: must be text, in quotes',
    );
    expect(() => node.get('rules').list()[1]?.get('id')).toThrow('file.yaml > rules > item 2: must be a set of fields');
  });

  it.each<[string, () => unknown, string]>([
    ['a field that is missing', () => node.get('owner'), 'file.yaml: must have owner'],
    ['a field that is misspelt', () => node.only('rules', 'on', 'code'), 'file.yaml: has no field count'],
    ['a day that does not exist', () => node.get('on').date(), 'must be a date written YYYY-MM-DD'],
    ['a code in the wrong form', () => node.get('code').code(), 'must be a code'],
    ['a fraction', () => node.get('count').integer(), 'must be a whole number'],
    ['a list that is none', () => node.get('on').list(), 'must be a list'],
    ['a yes or no that is neither', () => node.get('on').boolean(), 'must be true or false'],
    ['a word outside the choice', () => node.get('on').oneOf(['a', 'b']), 'must be one of a, b'],
  ])('refuses %s', (_title, read, problem) => {
    expect(read).toThrow(PackDataError);
    expect(read).toThrow(problem);
  });

  it('says which file cannot be read', () => {
    expect(() => readYaml(new URL('./no-such-file.yaml', import.meta.url))).toThrow(
      'no-such-file.yaml: cannot be read',
    );
  });
});
