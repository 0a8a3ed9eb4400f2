import { describe, expect, it } from '@jest/globals';
import { authorityPack } from '#nation-packs';
import { composeMessage, type MessageFields, requireComposed, titleOf } from './compose-message.ts';
import { ENGLISH } from './english.ts';
import { languagesOf } from './languages-of.ts';
import { senderAdvice } from './sender-advice.ts';
import { WELSH } from './welsh.ts';
import { FIELDS, WORDED, type Worded, type Wordings } from './wording.ts';

const authority = authorityPack('larkshire');
const FULL: MessageFields = {
  references: ['FD-7KQ2-M9XA-1'],
  link: 'https://front-door.example.org/',
  dueAt: new Date('2026-03-03T17:00:00Z'),
  authority,
};
const BARE: MessageFields = { ...FULL, dueAt: null };
const namesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name))].sort();
const isField = (name: string): boolean => (FIELDS as readonly string[]).includes(name);
const textsOf = (words: Wordings, what: Worded): string[] => [words[what].subject, ...words[what].lines];

describe('words of messages', () => {
  it.each(WORDED)('%s stands in both languages, names only allowed fields, and the same ones in both', (what) => {
    const english = textsOf(ENGLISH, what);
    const welsh = textsOf(WELSH, what);

    expect(welsh.map(namesIn)).toEqual(english.map(namesIn));
    expect(new Set([...english, ...welsh]).size).toBe(english.length * 2);
    expect(english.flatMap(namesIn).filter((name) => !isField(name))).toEqual([]);
  });

  it.each(WORDED)('%s is filled completely, also when there is little to fill it with', (what) => {
    for (const fields of [FULL, BARE]) {
      const { subject, lines } = composeMessage(what, ['cy', 'en'], fields);
      expect([subject, ...lines].join('\n')).not.toMatch(/[{}]|undefined|null/);
      expect(lines.length).toBeGreaterThan(1);
    }
  });

  it('leaves a line out that speaks of something that is not known', () => {
    const told = (fields: MessageFields) => composeMessage('clock_due_soon', ['en'], fields).lines;

    expect(told(FULL)).toHaveLength(2);
    expect(told({ ...FULL, dueAt: null })).toEqual([
      'Sign in at https://front-door.example.org/ to read FD-7KQ2-M9XA-1.',
    ]);
  });

  it('says when something is due in the words of each language, in UK time', () => {
    const [english, , welsh] = composeMessage('clock_due_soon', ['en', 'cy'], {
      ...FULL,
      dueAt: new Date('2026-07-01T15:30:00Z'),
    }).lines.filter((line) => /2026|—/.test(line));

    expect(english).toContain('Wednesday, 1 July 2026 at 16:30');
    expect(welsh).toContain('1 Gorffennaf 2026');
  });

  it.each(['Robin Example', 'FD-7KQ2', 'FD-7KQ2-M9XA Robin', '943 476 5919'])(
    'refuses %p as a reference',
    (reference) => {
      expect(() => composeMessage('outcome', ['en'], { ...FULL, references: [reference] })).toThrow(/reference/);
    },
  );

  it.each(['https://front-door.example.org/cases/robin', 'https://front-door.example.org/?name=Robin#x/y'])(
    'refuses the link %p',
    (link) => {
      expect(() => composeMessage('outcome', ['en'], { ...FULL, link })).toThrow(/page of a record/);
    },
  );

  it('lets nothing out that was made in another way, were it the very same words', () => {
    const message = composeMessage('acknowledgement', ['en'], FULL);

    expect(requireComposed(message)).toBe(message);
    expect(() => requireComposed({ ...message })).toThrow(/not sent/);
    expect(() => Object.assign(message, { subject: 'About Robin Example' })).toThrow(TypeError);
  });

  it('are Welsh and English in Wales, Welsh first, and English elsewhere', () => {
    const welsh = authorityPack('monmouthshire');
    const { subject, lines } = composeMessage('outcome', languagesOf(welsh), { ...FULL, authority: welsh });

    expect(subject).toMatch(/^Mae canlyniad .* \/ The outcome of /);
    expect(lines.indexOf('—')).toBe(lines.length / 2 - 0.5);
    expect(languagesOf(authority)).toEqual(['en']);
  });

  it('titles notices and advises senders in both languages', () => {
    expect(titleOf('case_raised', 'en', BARE)).toBe('FD-7KQ2-M9XA-1 is more urgent than it was');
    expect(titleOf('case_raised', 'cy', BARE)).toContain('FD-7KQ2-M9XA-1');
    expect(senderAdvice('larkshire', 'en').ifWorried).toContain('01632 960100');
    expect(senderAdvice('larkshire', 'cy').howToDisagree).toContain('her broffesiynol');
  });
});
