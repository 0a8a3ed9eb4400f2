import { describe, expect, it } from '@jest/globals';
import type { Tx } from '#platform';
import type { LoggedEvent } from '../store/entry.query.ts';
import { oneByOne, type ReadRecords, RecordReaders } from './record-readers.ts';

const TX = {} as Tx;

function event(id: string, action: string): LoggedEvent {
  return { id, action } as LoggedEvent;
}

/** Notes what it is asked for. */
function noting(asked: string[][]): ReadRecords {
  return (_tx, events) => {
    asked.push(events.map(({ id }) => id));
    return Promise.resolve(new Map(events.map(({ id }) => [id, `record of ${id}`])));
  };
}

describe('records that the log vouches for', () => {
  it('are read together, kind by kind', async () => {
    const asked: string[][] = [];
    const readers = new RecordReaders();
    readers.add({ 'case.proposed': noting(asked), 'case.decided': noting(asked) });
    const events = [event('p1', 'case.proposed'), event('d1', 'case.decided'), event('p2', 'case.proposed')];

    const found = await readers.find(TX, events);

    expect(Object.fromEntries(found)).toEqual({ p1: 'record of p1', p2: 'record of p2', d1: 'record of d1' });
    expect(asked).toEqual([['p1', 'p2'], ['d1']]);
  });

  it('leave out what is gone, also where they are read one by one', async () => {
    const readers = new RecordReaders();
    const told = oneByOne((_tx, { id }) => Promise.resolve(id === 'gone' ? null : `told in ${id}`));
    readers.add({ 'information.added': told });

    const found = await readers.find(TX, [event('gone', 'information.added'), event('i1', 'information.added')]);

    expect(Object.fromEntries(found)).toEqual({ i1: 'told in i1' });
  });

  it('of a kind that nobody knows are no records', async () => {
    await expect(new RecordReaders().find(TX, [event('x1', 'case.proposed')])).rejects.toThrow('No record is known');
  });
});
