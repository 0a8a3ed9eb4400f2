import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#domain';
import { WORDS } from '../words/words.ts';
import { refusalOf } from './refusals.ts';

const words = WORDS.en;

describe('a change that was refused', () => {
  it('says so on its form, in the words of the page where it has some', () => {
    const error = new DomainError('record_changed', 'Internal words.');

    expect(refusalOf(error, {}, words)).toEqual({
      status: 412,
      faults: { form: words.records.refusals.record_changed },
    });
    expect(refusalOf(error, { refusals: { record_changed: 'Read it again' } }, words)?.faults).toEqual({
      form: 'Read it again',
    });
  });

  it('shows at the field that it is about', () => {
    const error = new DomainError('validation_failed', 'No.', [{ pointer: '/agencies/1', message: 'Internal.' }]);
    const places = { agencies: { at: 'agencies', text: 'Take it off' } };

    expect(refusalOf(error, { places }, words)).toEqual({ status: 422, faults: { agencies: 'Take it off' } });
  });

  it('is not for the form where nothing on it would help', () => {
    expect(refusalOf(new DomainError('not_found', 'Gone.'), {}, words)).toBeNull();
    expect(refusalOf(new Error('A fault'), {}, words)).toBeNull();
  });
});
