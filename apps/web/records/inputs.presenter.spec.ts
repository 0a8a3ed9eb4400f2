import { describe, expect, it } from '@jest/globals';
import { WORDS } from '../words/words.ts';
import type { Field } from './field.ts';
import { inputsOf } from './inputs.presenter.ts';

const options = [
  { value: 'a', text: 'A' },
  { value: 'b', text: 'B' },
];

function shown(field: Field, typed = {}, faults = {}) {
  return inputsOf([field], { typed, faults, words: WORDS.en });
}

describe('a field as the design system shows it', () => {
  it('keeps what was typed beside what is wrong with it', () => {
    const [input] = shown(
      { kind: 'prose', name: 'why', label: 'Why?', longest: 9 },
      { why: '<b>' },
      { why: 'Too long' },
    );

    expect(input).toMatchObject({
      macro: 'textarea',
      params: { id: 'why', value: '<b>', errorMessage: { text: 'Too long' } },
    });
  });

  it('leads a fault of a choice to its first answer', () => {
    const [input] = shown({ kind: 'choice', name: 'of', label: 'Which?', options }, { of: 'b' }, { of: 'Select one' });

    expect(input).toMatchObject({
      macro: 'radios',
      params: { idPrefix: 'of', errorMessage: { text: 'Select one' }, items: [{ checked: false }, { checked: true }] },
    });
  });

  it('leads a fault of a date to its first box, and shows the three that were typed', () => {
    const typed = { 'born-day': '31', 'born-month': '2', 'born-year': '2026' };
    const [input] = shown({ kind: 'day', name: 'born', label: 'Born' }, typed, { 'born-day': 'No such day' });

    expect(input).toMatchObject({
      macro: 'date',
      params: {
        namePrefix: 'born',
        errorMessage: { text: 'No such day' },
        items: [{ value: '31' }, { value: '2' }, { value: '2026' }],
      },
    });
  });

  it('asks for a moment in two questions', () => {
    expect(shown({ kind: 'moment', name: 'at', label: 'When?' }).map(({ macro }) => macro)).toEqual(['date', 'input']);
  });
});
