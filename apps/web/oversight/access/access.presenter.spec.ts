import { describe, expect, it } from '@jest/globals';
import { ACCESS_ACTIONS } from '#audit';
import type { AccessEvent } from '#case-access';
import { ENGLISH, WORDS } from '../../words/words.ts';
import { lookLines, presentLookers, presentLooks } from './access.presenter.ts';

const EVENT: AccessEvent = {
  ...{ id: 'e1', sequence: '7', at: '2026-11-22T10:00:00.000000Z', action: 'case.viewed', personId: 'wren' },
  ...{ personName: 'Wren Example', roles: 'social_worker,manager', caseId: 'c1', referralId: 'r1' },
  ...{ relation: 'own_authority', purpose: null, shown: null },
};
const telling = { words: ENGLISH, language: 'en', references: new Map([['c1', 'FD-1']]) } as const;

function textsOf(event: AccessEvent): string[] {
  return presentLooks([event], 'x', telling).rows[0]?.map(({ text }) => text) ?? [];
}

describe('looks at records, in words', () => {
  it('tell what somebody looked at, and why it was open to them', () => {
    expect(textsOf(EVENT)).toEqual([
      ...['Sun 22 November 2026, 10:00 GMT', 'Opened the case', 'FD-1'],
      ...[ENGLISH.access.relations.own_authority, '–'],
    ]);
  });

  it('do not name a record that the reader may not see, nor one where a list was shown', () => {
    expect(textsOf({ ...EVENT, caseId: 'c2' })[2]).toBe(ENGLISH.access.log.hiddenRecord);
    expect(textsOf({ ...EVENT, caseId: null, shown: 12 })[2]).toBe('12 records');
    expect(textsOf({ ...EVENT, caseId: null })[2]).toBe(ENGLISH.access.log.noRecord);
  });

  it('tell who looked, in the roles they had', () => {
    const [row] = presentLookers([{ ...EVENT, purpose: 'complaint', relation: 'new_kind' }], 'x', telling).rows;

    expect(row?.map(({ text }) => text).slice(1)).toEqual([
      ...['Wren Example, Social worker, Manager', 'Opened the case', '–', ENGLISH.codes.accessPurposes.complaint],
    ]);
  });

  it('have words for every kind of look, in both languages', () => {
    for (const words of Object.values(WORDS)) {
      for (const action of ACCESS_ACTIONS) {
        const [line] = lookLines([{ ...EVENT, action }], { ...telling, words });

        expect(String(line?.[2])).toMatch(/^\p{Lu}[^.]+$/u);
      }
    }
  });
});
