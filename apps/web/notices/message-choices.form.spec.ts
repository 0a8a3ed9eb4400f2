import { describe, expect, it } from '@jest/globals';
import { WORDS } from '../words/words.ts';
import { readChoices } from './message-choices.form.ts';

const FIELDS = { digest: 'daily', dailyAt: '07:45', language: 'cy', quietOwn: 'yes', email: '', mobile: '' };
const text = WORDS.en.noticePages.choices;
const faultsIn = (changes: Record<string, string>) => {
  const read = readChoices({ ...FIELDS, ...changes }, WORDS.en);
  return 'faults' in read ? read.faults : {};
};

describe('the form of how somebody is told', () => {
  it('reads what was chosen, and leaves addresses as they are that nobody filled in', () => {
    expect(readChoices(FIELDS, WORDS.en)).toEqual({
      wish: { digest: 'daily', dailyAt: '07:45', language: 'cy', quietOwn: true, email: null, mobile: null },
    });
  });

  it('takes new addresses, and takes old ones away', () => {
    const changes = { email: ' sam@larkshire.example.org ', mobileRemove: 'yes', language: 'authority' };

    expect(readChoices({ ...FIELDS, ...changes }, WORDS.en)).toMatchObject({
      wish: { email: { to: 'sam@larkshire.example.org' }, mobile: { to: null }, language: null },
    });
  });

  it.each([
    ['an address that is none', { email: 'sam at larkshire' }, { email: text.faultEmail }],
    ['a number of another kind', { mobile: '01632 960100' }, { mobile: text.faultMobile }],
    ['no time of day', { dailyAt: '24:10' }, { dailyAt: text.faultDailyAt }],
    ['nothing chosen', { digest: '', language: 'fr' }, { digest: text.faultDigest, language: text.faultLanguage }],
    ['an address that is new and taken away', { email: 'a@b.example', emailRemove: 'yes' }, { email: text.faultBoth }],
  ])('says what is wrong with %s', (_what, changes, faults) => {
    expect(faultsIn(changes as Record<string, string>)).toEqual(faults);
  });
});
