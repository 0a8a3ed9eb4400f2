import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '#domain';
import { type Control, type DraftFields, type FormPage, pagesOf } from '#drafts';
import { profileOf } from '#nation-packs';
import { WORDS } from '../words/words.ts';
import { type ControlSource, fieldWords, optionText } from './control.presenter.ts';
import { pageWords } from './faults.presenter.ts';

const { nationPack, redLineIndicators } = profileOf('larkshire');
const TOPICS = 'about_to_happen hurt sexual domestic_abuse care health feelings school behaviour exploitation'
  .concat(' dangerous_person parents working_with baby young_carer home family belief')
  .split(' ');

/** Each form as it is put to each of those who answer it, with every page that it can have. */
const FORMS = [
  { channel: 'form', manner: null, fields: {} },
  { channel: 'telephone', manner: 'caller', fields: { caller: 'family' } },
  { channel: 'self_referral', manner: 'child', fields: { who: 'child' } },
  { channel: 'self_referral', manner: 'family', fields: { who: 'parent' } },
] as const;

function allOf(control: Control): Control[] {
  return control.kind === 'one' ? [control, ...Object.values(control.opens).flat().flatMap(allOf)] : [control];
}

describe.each(LANGUAGES)('the words of the forms in %s', (language) => {
  it.each(FORMS)('name every page, question and answer: $channel $manner', ({ channel, manner, fields }) => {
    const words = WORDS[language];
    const whole: DraftFields = { ...fields, children: ['1', '2'], adults: ['1'], topics: TOPICS };
    const source: ControlSource = {
      ...{ words, language, nation: nationPack, fields: whole, others: {}, faults: {}, manner },
      lists: { 'sign-children': { '1': 'One', '2': 'Two' }, 'caller-agency': {} },
    };
    const pages: readonly FormPage[] = pagesOf(channel, whole, redLineIndicators);
    const controls = pages.flatMap((page) => page.controls).flatMap(allOf);

    expect(controls.length).toBeGreaterThan(10);
    for (const page of pages) expect(pageWords(page.key, words, manner).title).not.toBe('');
    for (const control of controls) {
      expect(fieldWords(control, source).label).not.toBe('');
      const options = control.kind === 'one' || control.kind === 'many' ? control.options : [];
      expect(options.filter((option) => optionText(control, option, source) === option)).toEqual([]);
    }
  });
});
