import type { Words } from '../../apps/web/words/words.ts';
import type { Hands } from './hands.ts';

type Filling = (hands: Hands) => Promise<void>;

/** What a careful teacher says on each page of the form; on the other pages they go on. All invented. */
const PAGES: Readonly<Record<string, Filling>> = {
  danger: async (hands) => {
    await hands.choose('danger', 'no');
    await hands.choose('medical', 'no');
  },
  sender: async (hands) => {
    await hands.type('sender-role', 'Class teacher');
    await hands.type('sender-phone', '01632 960010');
  },
  'child-1': async (hands) => {
    await hands.type('child-1-givenName', 'Corin');
    await hands.type('child-1-familyName', 'Journeyson');
    await hands.choose('child-1-age', 'born');
    await hands.type('child-1-born-day', '4');
    await hands.type('child-1-born-month', '5');
    await hands.type('child-1-born-year', '2017');
  },
  'child-1-home': async (hands) => {
    await hands.type('child-1-line1', '9 Mill Lane');
    await hands.type('child-1-postcode', 'LK1 1AA');
  },
  'child-1-voice': async (hands) => {
    await hands.choose('child-1-seen', 'yes');
    await hands.choose('child-1-heard', 'yes');
    await hands.type('child-1-said', 'I do not like it when he shouts.');
  },
  children: (hands) => hands.choose('more', 'no'),
  adults: (hands) => hands.choose('more', 'no'),
  worries: async (hands) => {
    await hands.type('summary', 'He says that his mother’s boyfriend hit him with a belt.');
    await hands.choose('injury', 'no');
  },
  topics: (hands) => hands.tick('topics', 'hurt'),
  'topic-hurt': async (hands) => {
    await hands.choose('sign-B17', 'yes');
    await hands.type('sign-B17-evidence', 'He told me at registration.');
  },
  strengths: (hands) => hands.type('strengths', 'His gran lives near.'),
  agreement: async (hands) => {
    await hands.tick('told', 'nobody');
    await hands.choose('agreed', 'not_asked');
    await hands.choose('why-not-asked', 'parent_is_alleged_source');
  },
};
const MOST_PAGES = 40;

/** From the page that begins a referral to its receipt; resolves to the reference. */
export async function sendReferral(hands: Hands, { referral }: Words): Promise<string> {
  const { page } = hands;
  await hands.press(referral.start.begin);
  for (let pages = 0; !page.url().endsWith('/check') && pages < MOST_PAGES; pages += 1) {
    await PAGES[page.url().split('/').at(-1) ?? '']?.(hands);
    await hands.press(referral.goOn);
  }
  await hands.press(referral.check.send);
  const [reference] = /FD-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await page.locator('.govuk-panel').innerText()) ?? [];
  if (reference === undefined) throw new Error(`There is no receipt at ${page.url()}.`);
  return reference;
}
