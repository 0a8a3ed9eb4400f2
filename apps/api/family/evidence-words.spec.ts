import { describe, expect, it } from '@jest/globals';
import { evidenceInWords } from './evidence-words.ts';

describe('a line of evidence in words', () => {
  it('says what was compared, how far it agrees and what that says', () => {
    const against = { field: 'familyName', level: 'one_slip', weight: -1.25, besideRelatives: 0 } as never;

    expect(evidenceInWords({ field: 'birth', level: 'exact', weight: 12, besideRelatives: 5 })).toBe(
      'Birth: exact, speaks for one person (+12.0 bits)',
    );
    expect(evidenceInWords(against)).toBe('Family name: one slip, speaks against (-1.3 bits)');
  });
});
