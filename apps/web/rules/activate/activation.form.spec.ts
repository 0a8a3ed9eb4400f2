import { describe, expect, it } from '@jest/globals';
import { WORDS } from '../../words/words.ts';
import { readPlacement } from './activation.form.ts';

const AREAS = [
  { id: 'harbour', name: 'Harbour' },
  { id: 'vale', name: 'The Vale' },
];
const DAY = { 'from-day': '1', 'from-month': '12', 'from-year': '2026' };
const read = (fields: Record<string, string | string[]>) =>
  readPlacement(fields, { areas: AREAS, today: '2026-11-22' }, WORDS.en);
const faultsOf = (fields: Record<string, string | string[]>) => {
  const found = read(fields);
  return 'faults' in found ? Object.keys(found.faults) : [];
};

describe('where rules come into force', () => {
  it('is one area or several, from a day', () => {
    expect(read({ ...DAY, areas: 'harbour' })).toEqual({ value: { areas: ['harbour'], fromDate: '2026-12-01' } });
    expect(read({ ...DAY, areas: ['harbour', 'vale', 'vale'] })).toMatchObject({
      value: { areas: ['harbour', 'vale'] },
    });
    expect(read({ ...DAY, areas: '*' })).toMatchObject({ value: { areas: ['*'] } });
  });

  it.each<[string, Record<string, string | string[]>, string[]]>([
    ['no area', DAY, ['areas']],
    ['an area that is not there', { ...DAY, areas: 'nowhere' }, ['areas']],
    ['all areas and one of them', { ...DAY, areas: ['*', 'vale'] }, ['areas']],
    ['a day that is none', { ...DAY, 'from-day': '31', 'from-month': '2', areas: '*' }, ['from-day']],
    ['a day before today', { ...DAY, 'from-month': '10', areas: '*' }, ['from-day']],
    ['nothing at all', {}, ['areas', 'from-day']],
  ])('is refused with %s', (_what, fields, fields2) => {
    expect(faultsOf(fields)).toEqual(fields2);
  });
});
