import { describe, expect, it } from '@jest/globals';
import { known, unknown } from '#domain';
import { withLearned } from './learned-facts.ts';

const HARMS = new Set(['indicator.B16', 'missing.episodesIn90Days']);

describe('facts with what was learned since', () => {
  it('answer what was open', () => {
    const facts = withLearned({ 'indicator.B16': unknown('not_asked') }, [{ 'indicator.B16': known(false) }], HARMS);
    expect(facts).toEqual({ 'indicator.B16': known(false) });
  });

  it('add a harm that nobody had named', () => {
    expect(withLearned({}, [{ 'indicator.B16': known(true) }], HARMS)).toEqual({ 'indicator.B16': known(true) });
  });

  it.each([
    [known(true), known(false), known(true)],
    [known(false), known(true), known(true)],
  ])('keep the worse of %j and %j', (told, learned, expected) => {
    expect(withLearned({ 'indicator.B16': told }, [{ 'indicator.B16': learned }], HARMS)['indicator.B16']).toEqual(
      expected,
    );
  });

  it('keep the higher of several counts, in whatever order they were learned', () => {
    const counts = [2, 5, 3].map((value) => ({ 'missing.episodesIn90Days': known(value) }));
    expect(withLearned({}, counts, HARMS)['missing.episodesIn90Days']).toEqual(known(5));
  });

  it('put right what is no harm, the last word counting', () => {
    const words = [{ 'agreement.given': known('no') }, { 'agreement.given': known('yes') }];
    expect(withLearned({ 'agreement.given': known('not_asked') }, words, HARMS)['agreement.given']).toEqual(
      known('yes'),
    );
  });

  it('take an answer to the safety gate as the gate answered', () => {
    const told = { 'safety.immediateDanger': unknown('not_known'), 'safety.gateAnswered': known(false) };
    expect(withLearned(told, [{ 'safety.immediateDanger': known(false) }], HARMS)).toEqual({
      'safety.immediateDanger': known(false),
      'safety.gateAnswered': known(true),
    });
  });
});
