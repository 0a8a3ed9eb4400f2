import { describe, expect, it } from '@jest/globals';
import { readRuleSet } from './read-rule-set.ts';

describe.each(['json', 'yaml', 'csv'] as const)('reading %s', (format) => {
  it.each<[string, string]>([
    ['far too large', 'x'.repeat(2_000_001)],
    ['a hundred thousand brackets', '['.repeat(50_000)],
    ['a hundred thousand keys', `{${'"a":{'.repeat(50_000)}`],
    ['a hundred thousand nested lists', '- '.repeat(50_000)],
    ['a long list', `[${'0,'.repeat(100_000)}0]`],
    ['a long object', `{${Array.from({ length: 50_000 }, (_, key) => `"k${key}":0`).join(',')}}`],
    ['many blank rows', `record,id\n${'\n'.repeat(100_000)}`],
    ['many uneven rows', `record,id\n${'a\n'.repeat(250_000)}`],
    ['many rows', `record,id\nset,s\n${'rule,r\n'.repeat(50_000)}`],
    ['many open brackets in a cell', `record,id,when\nset,s,\nrule,r,${'all('.repeat(50_000)}`],
    ['many blanks in a cell', `record,id,areas\nset,s,\nrule,r,"${' '.repeat(50_000)}""x"`],
    ['a long text', `"${'a'.repeat(1_900_000)}`],
  ])('is quick with %s', (_name, text) => {
    const start = performance.now();
    const { ruleSet, faults } = readRuleSet(text, format);

    expect(ruleSet).toBeNull();
    expect(faults.length).toBeLessThanOrEqual(1_001);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
