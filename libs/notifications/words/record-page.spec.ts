import { describe, expect, it } from '@jest/globals';
import { MESSAGE_TEMPLATES } from '#messages';
import { isRecordLink, type RecordAbout, recordPage } from './record-page.ts';

const ORIGIN = 'https://front-door.example.org';
const CASE = '7f6b1a52-6c0e-4c39-9a53-2f1d0a9b8c7e';
const ENQUIRY = '0d9f3b1e-1111-4222-8333-444455556666';
const ABOUT: RecordAbout = {
  template: 'clock_due_soon',
  caseId: CASE,
  subjectId: ENQUIRY,
  referralReference: 'FD-7KQ2-M9XA',
};

describe('the page of a record', () => {
  it('is the case for staff, and the part of it that the message is about', () => {
    expect(recordPage(ABOUT, 'staff')).toBe(`/cases/${CASE}`);
    expect(recordPage({ ...ABOUT, template: 'enquiry_replied' }, 'staff')).toBe(`/cases/${CASE}/enquiries`);
    expect(recordPage({ ...ABOUT, template: 'possible_same_person' }, 'staff')).toBe(`/cases/${CASE}/people`);
  });

  it('is the referral for its sender, the enquiry for an agency that is asked, and the first page for others', () => {
    expect(recordPage(ABOUT, 'sender')).toBe('/referrals/FD-7KQ2-M9XA');
    expect(recordPage(ABOUT, 'asked_agency')).toBe(`/enquiries/${ENQUIRY}`);
    expect(recordPage(ABOUT, 'other_agency')).toBe('/');
  });

  it('is the first page, or the list, where the record is not known', () => {
    const nothing = { ...ABOUT, caseId: null, subjectId: null, referralReference: null };

    expect(recordPage(nothing, 'staff')).toBe('/');
    expect(recordPage(nothing, 'sender')).toBe('/');
    expect(recordPage(nothing, 'asked_agency')).toBe('/enquiries');
  });

  it.each(MESSAGE_TEMPLATES)('of %s may be linked to', (template) => {
    for (const reader of ['staff', 'sender', 'asked_agency', 'other_agency'] as const) {
      const page = recordPage({ ...ABOUT, template }, reader);
      expect([page, isRecordLink(`${ORIGIN}${page}`)]).toEqual([page, true]);
    }
  });

  it.each([
    '/cases/robin',
    `/cases/${CASE}?name=Robin`,
    `/cases/${CASE}#robin`,
    `/cases/${CASE}/notes/robin`,
    '/referrals/FD-7KQ2-M9XA-robin',
    '//elsewhere.example.org/',
  ])('is nothing such as %p', (path) => {
    expect(isRecordLink(`${ORIGIN}${path}`)).toBe(false);
  });

  it('carries nobody’s name or password before the address', () => {
    const link = new URL(`${ORIGIN}/cases/${CASE}`);
    Object.assign(link, { username: 'robin', password: 'owl' });
    expect(isRecordLink(link.href)).toBe(false);
  });
});
