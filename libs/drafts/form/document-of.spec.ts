import { describe, expect, it } from '@jest/globals';
import { NATIONS } from '#domain';
import { checkReferral } from '#intake';
import { nationPack } from '#nation-packs';
import type { DraftFields } from '../content/fields.ts';
import { fieldNamesOf, type Control } from './control.ts';
import { documentOf } from './document-of.ts';
import { faultsOf } from './faults-of.ts';
import { pagesOf } from './pages-of.ts';
import { TOPIC_IDS, TOPICS } from './topics.ts';

const RED_LINES = new Set(['A04', 'B17']);
const least: DraftFields = {
  danger: 'no',
  'sender-phone': '01632 960010',
  'child-1-givenName': 'Robin',
  summary: 'He came with a bruise.',
};

function referral(fields: DraftFields, channel: 'form' | 'telephone' | 'self_referral' = 'form') {
  return documentOf({ channel, fields, organisation: 'Larkbridge Primary School', redLines: RED_LINES });
}

const MOMENT = ['4', '5', '2017', '15:30'];

/** Something in every field there is, with every answer that opens further questions. */
function filled(controls: readonly Control[]): DraftFields {
  return Object.assign({}, ...controls.map(answerOf)) as DraftFields;
}

function answerOf(control: Control): DraftFields {
  switch (control.kind) {
    case 'line':
    case 'prose':
      return { [control.name]: 'x'.repeat(Math.min(control.most, 12)) };
    case 'one': {
      const [option, opened] = Object.entries(control.opens)[0] ?? [
        control.options.join(' ').split(' ', 1).join(''),
        [],
      ];
      return { [control.name]: option, ...filled(opened) };
    }
    case 'many':
      return { [control.name]: control.options.slice(0, 2) };
    case 'amount':
      return { [control.name]: '3' };
    case 'day':
    case 'moment':
      return Object.fromEntries(fieldNamesOf(control).map((name, at) => [name, String(MOMENT[at])]));
  }
}

describe('a draft as a referral', () => {
  it('is valid with the three things that are needed, and says no more than was typed', () => {
    expect(checkReferral(referral(least))).toEqual({
      ...{ schemaVersion: '1', kind: 'request', safety: { immediateDanger: 'no' } },
      referrer: { capacity: 'professional', organisation: 'Larkbridge Primary School', phone: '01632 960010' },
      children: [{ ref: 'c1', givenName: 'Robin' }],
      worries: { summary: 'He came with a bruise.' },
    });
  });

  it.each(['form', 'telephone', 'self_referral'] as const)('is valid with every field of every page: %s', (channel) => {
    const many: DraftFields = { children: ['1', '2'], adults: ['1'], topics: [...TOPIC_IDS] };
    const pages = pagesOf(channel, { ...many, caller: 'public', who: 'parent' }, RED_LINES);
    const fields = { ...filled(pages.flatMap(({ controls }) => controls)), ...many, told: ['parent_a'] };

    expect(pages.flatMap((page) => faultsOf(page, fields))).toEqual([]);
    const document = checkReferral(referral(fields, channel));
    if (channel === 'self_referral') return;
    expect(document.children).toHaveLength(2);
    expect(document.indicators?.length).toBe(new Set(Object.values(TOPICS).flat()).size);
    expect(document.safety?.timeCriticalEvent?.at).toBe('2017-05-04T14:30:00.000Z');
  });

  it('leaves out what stands behind an answer that was taken back', () => {
    const fields = { ...least, topics: ['hurt'], 'sign-B17': 'yes', 'sign-B17-evidence': 'A mark.' };

    expect(referral(fields).indicators).toEqual([{ id: 'B17', answer: 'present', evidence: 'A mark.' }]);
    expect(referral({ ...fields, 'sign-B17': 'not_known' }).indicators).toEqual([{ id: 'B17', answer: 'not_asked' }]);
    expect(referral({ ...fields, topics: [] }).indicators).toBeUndefined();
    expect(referral({ ...least, injury: 'no', 'injury-description': 'x' }).worries).not.toHaveProperty(
      'injuryDescription',
    );
  });

  it('takes an anonymous caller only from the public', () => {
    const anonymous = { ...least, 'sender-phone': '', 'caller-anonymous': 'yes' };

    expect(checkReferral(referral({ ...anonymous, caller: 'public' }, 'telephone')).referrer.anonymous).toBe(true);
    expect(referral({ ...anonymous, caller: 'family' }, 'telephone').referrer.anonymous).toBeUndefined();
  });
});

describe('help that a family asks for', () => {
  it('leads to no message that nobody has looked at, unless they say that it is safe', () => {
    const safeContact = (fields: DraftFields) =>
      referral({ ...least, who: 'parent', ...fields }, 'self_referral').referrer.safeContact;

    expect(safeContact({})).toContain('Not known');
    expect(safeContact({ 'contact-safe': 'no', 'contact-how': 'Never after 6.' })).toBe(
      'Not safe to call or write. Never after 6.',
    );
    expect(safeContact({ 'contact-safe': 'yes' })).toBeUndefined();
  });
});

describe('what stands in the way of sending', () => {
  const faults = (fields: DraftFields) =>
    pagesOf('form', fields, RED_LINES).flatMap((page) => faultsOf(page, fields).map(({ name, code }) => [name, code]));

  it('is only who the child is, what the worry is, and how to reach the sender', () => {
    expect(faults({})).toEqual([
      ['sender-phone', 'needed'],
      ['child-1-givenName', 'needed'],
      ['summary', 'needed'],
    ]);
    expect(faults({ ...least, 'child-1-givenName': '', 'child-1-whyUnknown': 'Seen from the street' })).toEqual([]);
  });

  it('is a day that there is not, and a text that is too long', () => {
    const born = {
      'child-1-age': 'born',
      'child-1-born-day': '30',
      'child-1-born-month': '2',
      'child-1-born-year': '2017',
    };

    expect(faults({ ...least, ...born, frequency: 'é'.repeat(501) })).toEqual([
      ['child-1-born-day', 'no_day'],
      ['frequency', 'too_long'],
    ]);
    expect(faults({ ...least, ...born, 'child-1-age': 'not_known' })).toEqual([]);
  });
});

describe('the topics', () => {
  it.each(NATIONS)('hold every indicator of %s exactly once', (nation) => {
    const asked = Object.values(TOPICS).flat();

    expect([...asked].sort()).toEqual(
      nationPack(nation)
        .indicators.map(({ id }) => id)
        .sort(),
    );
  });
});
