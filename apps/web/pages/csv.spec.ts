import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.ts';

describe('a file for a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@sum', '\tcell'])('does not run what somebody wrote: %j', (text) => {
    expect(csvOf(['reason'], [[text]])).toContain(`'${text}`);
  });

  it('leaves what is not known empty, keeps numbers, and begins with the mark that tells the letters', () => {
    expect(csvOf(['a', 'b', 'ŵ'], [[null, -3, 'x, "y"']])).toBe('\uFEFFa,b,ŵ\n,-3,"x, ""y"""\n');
  });
});
