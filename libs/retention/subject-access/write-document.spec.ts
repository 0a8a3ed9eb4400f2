import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Identifier, ownWordsOf, type ThirdParty } from '#redaction';
import { type Gathered, writeDocument } from './write-document.ts';

const OWN = ownWordsOf({ ref: 'c1', givenName: 'Robin', familyName: 'Example' });
const FRAME: Gathered['frame'] = {
  language: 'en',
  forWhom: 'child',
  caseReference: 'FD-2222-2222-1',
  clock: { startedOn: '2026-01-01', dueOn: '2026-02-02', stoppedOn: null, restartedOn: null },
};

function written(text: string, people: readonly ThirdParty[], changes: Partial<Gathered> = {}) {
  const sections: Gathered['sections'] = [
    { id: 'report', entries: [{ label: 'The worry', text, recorded: true }] },
    { id: 'law', entries: [{ label: 'Rights', text: 'You may ask.', recorded: false }] },
  ];
  return writeDocument({ sections, people, own: OWN, added: [], withhold: [], frame: FRAME, ...changes });
}

function named(value: string, relationship: string | null = null): ThirdParty {
  return { number: 1, relationship, identifiers: [{ kind: 'name', value }] };
}

describe('the document', () => {
  it('takes nothing out of what the service says itself, even where somebody is called May', () => {
    const { document, report } = written('May came. You may ask.', [named('May')]);

    expect(document.sections.map(({ entries }) => entries[0]?.text)).toEqual([
      '[person 1] came. You [person 1] ask.',
      'You may ask.',
    ]);
    expect(report.leaksIn).toEqual([]);
  });

  it('takes names out of relationships too', () => {
    const { document } = written('x', [named('Jo Quill', 'Jo’s friend')]);

    expect(document.people).toEqual([{ placeholder: '[person 1]', relationship: '[person 1]’s friend' }]);
  });

  it('is not fooled by brackets of the record’s own', () => {
    expect(written('[person 9] Jo [withheld] [JO]', [named('Jo')]).document.sections[0]?.entries[0]?.text).toBe(
      '[person 9] [person 1] [withheld] [[person 1]]',
    );
  });

  it('tells nothing of a section that is withheld', () => {
    const { document, report } = written('Jo', [named('Jo')], {
      withhold: [{ section: 'report', exemption: 'crime' }],
    });

    expect(document.sections[0]).toMatchObject({ withheld: { exemption: 'crime' }, entries: [] });
    expect(report).toMatchObject({ withheld: ['report'], leaksIn: [] });
  });

  it('lets no known name, telephone number or date of birth through, however it was written', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{3,8} [A-Z][a-z]{3,8}$/);
    const phone = fc.stringMatching(/^01632 96\d{4}$/);
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const kinds = fc.oneof(
      name.map((value): Identifier => ({ kind: 'name', value })),
      phone.map((value): Identifier => ({ kind: 'telephone', value })),
      day.map((value): Identifier => ({ kind: 'date_of_birth', value })),
    );
    const spelling = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.replaceAll(' ', ''),
      (text) => text.replaceAll(' ', '\u00a0\n'),
      (text) => Array.from(text).join('\u200b'),
      (text) => text.replace(/[aeiou]/g, '$&\u0301'),
      (text) => text.split(' ').toReversed().join(', '),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, spelling), { minLength: 1, maxLength: 6 }), (planted) => {
        const people = planted.map(([identifier], index) => ({
          number: index + 1,
          relationship: null,
          identifiers: [identifier],
        }));
        const texts = planted.map(([{ kind, value }, spell]) => (kind === 'name' ? spell(value) : value));
        const { document, report } = written(`Then ${texts.join(' and ')}, they said.`, people);
        const text = document.sections[0]?.entries[0]?.text ?? '';
        return report.leaksIn.length === 0 && /^Then (\[[a-z 0-9]+\]( and |, ?))+they said\.$/.test(text);
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });
});
