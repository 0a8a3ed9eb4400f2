import { describe, expect, it } from '@jest/globals';
import { ENGLISH } from '../words/words.ts';
import { veiled } from '../oversight/query.ts';
import { addressOfSearch, readSearch } from './decisions.form.ts';

const PEOPLE = [{ id: 'wren@example.org' }, { id: 'martin' }];

describe('the search over decisions, as its address asks', () => {
  it('asks for everything, newest first, when nothing is said', () => {
    const { question, faults } = readSearch({}, PEOPLE, ENGLISH);

    expect(faults).toEqual({});
    expect(question).toMatchObject({
      order: 'newest',
      after: null,
      limit: 50,
      from: null,
      ruleId: null,
      decidedBy: null,
    });
  });

  it('finds the person behind a veiled name, and nobody behind another', () => {
    expect(readSearch({ decider: veiled('wren@example.org') }, PEOPLE, ENGLISH).question.decidedBy).toBe(
      'wren@example.org',
    );
    expect(readSearch({ decider: 'wren@example.org' }, PEOPLE, ENGLISH).question.decidedBy).toBeNull();
  });

  it.each([
    [{ from: '22/11/2026' }, { from: ENGLISH.audit.search.badDay }],
    [{ to: '2026-02-31x' }, { to: ENGLISH.audit.search.badDay }],
    [{ from: '2026-11-22', to: '2026-11-21' }, { to: ENGLISH.audit.search.badSpan }],
    [{ reference: 'Robin Example' }, { reference: ENGLISH.audit.search.badReference }],
  ])('says what is wrong with %j and leaves it out', (query, faults) => {
    const read = readSearch(query, PEOPLE, ENGLISH);

    expect(read.faults).toEqual(faults);
    expect(read.question.reference).toBeNull();
    expect(read.question.to).toBeNull();
  });

  it('takes a reference in small letters, and leaves out codes that mean nothing', () => {
    const read = readSearch({ reference: ' fd-2345-6789 ', urgency: 'pink', differs: 'other' }, PEOPLE, ENGLISH);

    expect(read.question).toMatchObject({ reference: 'FD-2345-6789', urgency: null, differs: 'other' });
  });

  it('keeps the filters in the address of the next page', () => {
    const query = { urgency: 'red', after: 'old', strange: 'x', to: '' };

    expect(addressOfSearch('/decisions', query, { after: 'new' })).toBe('/decisions?urgency=red&after=new');
    expect(addressOfSearch('/decisions', {}, {})).toBe('/decisions');
  });
});
