import { describe, expect, it } from '@jest/globals';
import type { AuthorityId, Language } from '#domain';
import type { ContactPoint } from '#messages';
import type { Notice, NoticePage } from '#notifications';
import { WORDS } from '../words/words.ts';
import { presentChoices } from './message-choices.presenter.ts';
import { presentNotices } from './notices.presenter.ts';

const CASE = '7f6b1a52-6c0e-4c39-9a53-2f1d0a9b8c7e';
const NOTICE: Notice = {
  id: '0d9f3b1e-1111-4222-8333-444455556666',
  template: 'possible_same_person',
  urgent: false,
  at: new Date('2026-03-03T17:00:00Z'),
  readAt: null,
  caseId: CASE,
  reference: 'FD-7KQ2-M9XA-1',
};
const page = (...notices: Notice[]): NoticePage => ({ notices, unread: 1, next: null });
const shown = (notice: Partial<Notice>, language: Language = 'en') =>
  presentNotices(page({ ...NOTICE, ...notice }), 'larkshire' as AuthorityId, language).rows[0];

describe('notices on a page', () => {
  it('are told in the language of the page, and lead to where one can act on them', () => {
    expect(shown({})).toMatchObject({
      title: 'Perhaps the same person: FD-7KQ2-M9XA-1',
      href: `/cases/${CASE}/people`,
      isRead: false,
    });
    expect(shown({}, 'cy')?.title).toBe('Yr un person, o bosibl: FD-7KQ2-M9XA-1');
    expect(shown({ caseId: null })?.href).toBe('/');
  });

  it('can be marked as read together, those that are not', () => {
    const read = { ...NOTICE, id: 'read', readAt: new Date() };

    expect(presentNotices(page(NOTICE, read), 'larkshire' as AuthorityId, 'en').unreadHere).toEqual([NOTICE.id]);
  });
});

describe('choices of how somebody is told', () => {
  const known: ContactPoint = {
    personId: 'sam',
    email: 'sam@larkshire.example.org',
    emailFrom: 'sign_in',
    mobile: '07700900123',
    roles: [],
    teams: [],
    language: null,
    digest: 'hourly',
    dailyAt: '08:30',
    quietOwn: true,
    version: 3,
  };

  it('show no more of an address than tells it from another', () => {
    const choices = presentChoices(known, {}, WORDS.en);

    expect(choices.emailHint).toContain('s…@larkshire.example.org');
    expect(choices.mobileHint).toContain('…123');
    expect(JSON.stringify(choices)).not.toMatch(/sam@|07700900123/);
    expect(choices.fields).toMatchObject({ digest: 'hourly', language: 'authority', quietOwn: 'yes' });
  });

  it('keep what was typed when something was wrong with it, also what was unticked', () => {
    const choices = presentChoices(known, { email: 'sam at home', digest: 'daily' }, WORDS.en);

    expect(choices.fields).toMatchObject({ email: 'sam at home', digest: 'daily', quietOwn: '' });
  });
});
