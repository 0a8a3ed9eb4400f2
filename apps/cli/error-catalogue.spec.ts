import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { errorCatalogue } from './error-catalogue.ts';

describe('the error catalogue', () => {
  it('in docs/errors.md says what the code says', () => {
    expect(readFileSync('docs/errors.md', 'utf8')).toBe(errorCatalogue());
  });
});
