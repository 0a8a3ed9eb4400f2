import { describe, expect, it } from '@jest/globals';
import type { CandidatePair } from '#family';
import { MATCH_MODEL } from '../../../libs/people/matching/match-model.data.ts';
import { aMention } from '../../../test/support/family-members.ts';
import { WORDS } from '../words/words.ts';
import { comparison, evidenceInWords, peoplePage } from './people.presenter.ts';

const AT = new Date('2026-11-02T09:00:00Z');
const said = { id: 'v1', verdict: 'same', reason: 'Told.', givenByName: 'Sam', givenAt: AT, undone: null };

function aPair(
  verdicts: object[],
  other = aMention('Ffion', { details: { dateOfBirth: '2016-03-09' } }),
): CandidatePair {
  const mention = aMention('Ffion', { details: { dateOfBirth: '2016-03-08' } });
  return { mention, other, otherCases: [], candidate: null, verdicts } as never;
}

describe('who may be whom', () => {
  it('shows those of whom nobody has said anything first', () => {
    const { pairs } = peoplePage({ people: [], pairs: [aPair([said]), aPair([])] }, '/cases/1', WORDS.en);

    expect(pairs.map((pair) => pair.said)).toEqual(['Nothing yet', 'One person']);
  });

  it('counts what was taken back as not said', () => {
    const undone = { byName: 'Wren', at: AT, reason: 'Wrong.' };
    const shown = comparison(aPair([{ ...said, undone }]), '/cases/1', WORDS.en);

    expect(shown.undoHref).toBeNull();
    expect(shown.verdicts[0]?.undone?.by).toBe('taken back by Wren');
  });

  it('marks what differs, not what one side does not say', () => {
    const differing = comparison(aPair([]), '/cases/1', WORDS.en).rows.filter(({ differs }) => differs);
    const unsaid = comparison(aPair([], aMention('Ffion')), '/cases/1', WORDS.en).rows.filter(({ differs }) => differs);

    expect(differing.map(({ label }) => label)).toEqual(['Date of birth']);
    expect(unsaid).toEqual([]);
  });

  it.each([
    [
      { field: 'birth', level: 'exact', weight: 12.4, besideRelatives: 5 },
      'Date of birth: the same – speaks strongly for one person',
    ],
    [
      { field: 'familyName', level: 'near', weight: -1.2, besideRelatives: 0 },
      'Last name: one letter apart, or sounds the same – speaks against',
    ],
    [{ field: 'sex', level: 'same', weight: 0, besideRelatives: 0 }, 'Sex: the same – says nothing'],
  ] as const)('tells evidence in words: %j', (line, expected) => {
    expect(evidenceInWords(line, WORDS.en)).toBe(expected);
  });

  it('has words for every level that the model knows', () => {
    const levels = Object.values(MATCH_MODEL.fields).flatMap((field) => Object.keys(field));

    expect(levels.filter((level) => !Object.hasOwn(WORDS.en.people.levels, level))).toEqual([]);
  });
});
