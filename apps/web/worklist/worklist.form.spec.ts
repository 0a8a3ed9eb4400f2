import { describe, expect, it } from '@jest/globals';
import { WORDS } from '../words/words.ts';
import { cameFrom, readAssignment, readTaken } from './assign.form.ts';
import { readView } from './views.form.ts';
import { addressOfList, filtersFrom, filtersOf, listAt, queryOf } from './worklist.form.ts';

const ID = '0b8f6c1e-3b1f-4c55-9a53-2f4a1d5b7c90';
const TICK = `${ID}.3.FD-7KQ2-M9XA-1`;
const FULL =
  'team=screening&urgency=red&state=screening&area=harbour&claimed=me&holder=0123456789ab&information=yes&overdue=yes';

describe('the filters of the worklist', () => {
  it('stand in the address, and are written back as they were read', () => {
    expect(queryOf(filtersFrom(FULL))).toBe(FULL);
    expect(filtersFrom(FULL)).toEqual({
      team: 'screening',
      urgency: 'red',
      state: 'screening',
      area: 'harbour',
      claimed: 'me',
      holder: '0123456789ab',
      needsInformation: true,
      overdue: true,
    });
    expect(queryOf(filtersFrom('overdue=yes&team=screening'))).toBe('team=screening&overdue=yes');
  });

  it('leave out what means nothing, whatever it is', () => {
    const query = {
      team: "x' OR true--",
      urgency: 'purple',
      state: ['screening', 'signed'],
      area: '../..',
      claimed: 'everybody',
      holder: 'social-worker',
      information: 'no',
      overdue: { yes: 'yes' },
    };
    expect(queryOf(filtersOf(query))).toBe('');
    expect(addressOfList({ ...query, cursor: 'x y' }).cursor).toBeNull();
  });

  it('tell an address without a word from one that wants everything', () => {
    expect(addressOfList({}).isBare).toBe(true);
    expect(addressOfList({ show: 'all' }).isBare).toBe(false);
    expect(listAt('')).toBe('/worklist?show=all');
    expect(listAt('team=screening')).toBe('/worklist?team=screening');
  });

  it.each([
    [' fd-7kq2-m9xa ', 'FD-7KQ2-M9XA', false],
    ['FD-7KQ2-M9XA-12', 'FD-7KQ2-M9XA-12', false],
    ['Robin Example', null, true],
    ['', null, false],
  ])('take a reference as people type it: %p', (reference, found, isBad) => {
    expect(addressOfList({ reference })).toMatchObject({ reference: found, isBadReference: isBad });
  });
});

describe('what is done with ticked cases', () => {
  const read = (fields: Record<string, string | string[]>) => readAssignment(fields, WORDS.en);

  it('reads each case with the version that was seen', () => {
    expect(read({ case: [TICK, TICK.replace('.3.', '.4.')], to: 'me' }).command).toEqual({
      ticked: [
        { caseId: ID, version: 3, reference: 'FD-7KQ2-M9XA-1' },
        { caseId: ID, version: 4, reference: 'FD-7KQ2-M9XA-1' },
      ],
      to: null,
    });
    expect(read({ case: TICK, to: 'person', person: 'p1' }).command?.to).toEqual({ kind: 'person', personId: 'p1' });
    expect(read({ case: TICK, to: 'team', queue: 'screening' }).command?.to).toEqual({
      kind: 'team',
      queue: 'screening',
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ['nothing is ticked', { to: 'me' }, 'case'],
    ['what is ticked is no case', { case: 'x.1.FD-7KQ2-M9XA-1', to: 'me' }, 'case'],
    ['nobody is chosen', { case: TICK, to: 'person', person: '' }, 'person'],
    ['no team is chosen', { case: TICK, to: 'team' }, 'queue'],
  ])('says so when %s', (_, fields, field) => {
    expect(read(fields).fault).toMatchObject({ field });
  });

  it('leads back to the part of the list that it came from, and nowhere else', () => {
    expect(cameFrom({ back: 'team=screening&cursor=WyJ4Il0' })).toBe('team=screening&cursor=WyJ4Il0');
    expect(cameFrom({ back: '//elsewhere.example.org' })).toBe('');
    expect(readTaken({ take: TICK })?.caseId).toBe(ID);
    expect(readTaken({ take: 'x' })).toBeNull();
  });
});

describe('a view to keep', () => {
  const read = (fields: Record<string, string>) => readView(fields, WORDS.en);

  it('has a name, and filters alone', () => {
    expect(read({ name: ' Red ', query: 'urgency=red&cursor=x&name=Robin', team: '', isDefault: 'yes' })).toEqual({
      command: { name: 'Red', query: 'urgency=red', team: null, isDefault: true },
      faults: {},
    });
    expect(read({ name: 'x', query: '', team: 'screening' }).command).toMatchObject({ team: 'screening' });
  });

  it.each([
    ['', 'Give the view a name'],
    ['x'.repeat(61), 'Use up to 60 characters'],
  ])('is refused without a usable name', (name, fault) => {
    expect(read({ name }).faults).toEqual({ name: fault });
  });
});
