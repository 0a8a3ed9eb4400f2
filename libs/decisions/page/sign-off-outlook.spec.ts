import { describe, expect, it } from '@jest/globals';
import { aCasePage } from '../../../test/support/case-page.ts';
import { OUTCOMES } from './sign-off-outlook.ts';

describe('the outlook of a decision', () => {
  it('says of every outcome whether a second person signs it', () => {
    const { outlook } = aCasePage();
    expect(Object.keys(outlook.byOutcome).sort()).toEqual([...OUTCOMES].sort());
    expect(outlook.byOutcome.statutory_need).toEqual(['statutory_outcome']);
    expect(outlook.byOutcome.no_further_action).toContain('lower_than_proposed');
  });

  it('knows of nothing to accept before the rules have proposed; not known asks for a second person', () => {
    const { outlook } = aCasePage({ isUntriaged: true });
    expect(outlook.ifAccepted).toBeNull();
    expect(outlook.byOutcome.no_further_action).toContain('no_further_action_with_history');
  });
});
