import { describe, expect, it } from '@jest/globals';
import type { ChronologyEntry } from '#chronology';
import { typedOf } from './event-typed.ts';

function anEvent(
  date: object | null,
  source: object = { kind: 'staff', person: 'Sam', role: 'screener', agencyId: null },
) {
  return {
    date,
    source,
    text: 'Fell.',
    values: { kind: 'harm_or_injury' },
    children: [{ found: { id: 'c1' } }],
  } as unknown as ChronologyEntry;
}

describe('an event that is to be corrected', () => {
  it.each([
    ['day', ['04', '03', '2026']],
    ['month', ['', '03', '2026']],
    ['year', ['', '', '2026']],
  ])('fills the date by the %s, as exactly as it was known', (precision, boxes) => {
    const typed = typedOf(anEvent({ day: '2026-03-04', precision, at: null }));

    expect([typed['date-day'], typed['date-month'], typed['date-year']]).toEqual(boxes);
  });

  it('does not name whoever entered it as its source', () => {
    expect(typedOf(anEvent(null))).not.toHaveProperty('person');
    expect(typedOf(anEvent(null, { kind: 'other', person: 'Nan', role: null, agencyId: null }))).toMatchObject({
      person: 'Nan',
      role: '',
    });
  });
});
