import { describe, expect, it } from '@jest/globals';
import { WORDS } from '../words/words.ts';
import type { Field } from './field.ts';
import { readAnswers } from './read-answers.ts';

const words = WORDS.en;
const NOW = new Date('2026-07-20T10:00:00Z');
const about = { words, now: NOW };

function read(field: Field, typed: Record<string, string | string[]>) {
  return readAnswers([field], typed, about);
}

describe('what somebody typed into a form below a case', () => {
  const why: Field = { kind: 'prose', name: 'why', label: 'Why?', missing: 'Say why', longest: 10 };
  const day: Field = { kind: 'day', name: 'born', label: 'Born', past: true };
  const vague: Field = { kind: 'vagueDay', name: 'when', label: 'When', past: true, missing: 'Say when' };
  const moment: Field = { kind: 'moment', name: 'at', label: 'When', past: true };
  const options = [
    { value: 'a', text: 'A' },
    { value: 'b', text: 'B' },
  ];

  it('has to be there where it is asked for, and may be left out elsewhere', () => {
    expect(read(why, { why: ' \r\n ' }).faults).toEqual({ why: 'Say why' });
    expect(read({ ...why, missing: undefined } as never, {}).faults).toEqual({});
  });

  it('is counted and kept with single line ends, without blanks around it', () => {
    expect(read(why, { why: ' one\r\ntwo ' }).answers.text('why')).toBe('one\ntwo');
    expect(read(why, { why: '12345\r\n7890' }).faults).toEqual({});
    expect(read(why, { why: '12345678901' }).faults).toEqual({ why: words.records.faults.tooLong(10) });
  });

  it('takes of a choice only what was offered, and one where one was asked for', () => {
    const one: Field = { kind: 'choice', name: 'of', label: 'Which?', options, missing: 'Select one' };
    const several: Field = { kind: 'choices', name: 'of', label: 'Which?', options };

    expect(read(one, { of: 'c' }).faults).toEqual({ of: 'Select one' });
    expect(read(one, { of: ['a', 'b'] }).faults).toEqual({ of: 'Select one' });
    expect(read(several, { of: ['b', 'c', 'a'] }).answers.all('of')).toEqual(['a', 'b']);
  });

  it('is needed where another answer asks for it', () => {
    const refusal: Field = {
      kind: 'prose',
      name: 'why',
      label: 'Why?',
      longest: 9,
      missingWhen: { name: 'of', is: 'b', text: 'Say why' },
    };

    expect(read(refusal, { of: 'a' }).faults).toEqual({});
    expect(read(refusal, { of: 'b' }).faults).toEqual({ why: 'Say why' });
  });

  it.each([
    [['3', '7', '2026'], '2026-07-03'],
    [['29', '2', '2024'], '2024-02-29'],
    [['', '', ''], null],
  ])('reads the day %j as %p', ([d = '', m = '', y = ''], expected) => {
    const { answers, faults } = read(day, { 'born-day': d, 'born-month': m, 'born-year': y });
    expect([answers.textOrNull('born'), faults]).toEqual([expected, {}]);
  });

  it.each([
    [['31', '2', '2026'], words.records.faults.noDay],
    [['3', '7', '26'], words.records.faults.noDay],
    [['3', '', '2026'], words.records.faults.noDay],
    [['21', '7', '2026'], words.records.faults.future],
  ])('says at the first box what is wrong with the day %j', ([d = '', m = '', y = ''], fault) => {
    expect(read(day, { 'born-day': d, 'born-month': m, 'born-year': y }).faults).toEqual({ 'born-day': fault });
  });

  it.each([
    [['', '', '2026'], '2026'],
    [['', '7', '2026'], '2026-07'],
    [['19', '7', '2026'], '2026-07-19'],
  ])('reads the date %j as exactly as it is known', ([d = '', m = '', y = ''], expected) => {
    expect(read(vague, { 'when-day': d, 'when-month': m, 'when-year': y }).answers.text('when')).toBe(expected);
  });

  it('refuses a month that has not begun', () => {
    expect(read(vague, { 'when-month': '8', 'when-year': '2026' }).faults).toEqual({
      'when-day': words.records.faults.future,
    });
    expect(read(vague, {}).faults).toEqual({ 'when-day': 'Say when' });
  });

  it('reads a time as local time, in summer as in winter', () => {
    const at = (month: string, year: string, time: string) =>
      read(moment, { 'at-day': '3', 'at-month': month, 'at-year': year, 'at-time': time });

    expect(at('7', '2026', '16:30').answers.text('at')).toBe('2026-07-03T15:30:00.000Z');
    expect(at('1', '2026', '9.05').answers.text('at')).toBe('2026-01-03T09:05:00.000Z');
    expect(at('7', '2026', '25:00').faults).toEqual({ 'at-day': words.records.faults.noTime });
    expect(read(moment, { 'at-day': '20', 'at-month': '7', 'at-year': '2026', 'at-time': '11:30' }).faults).toEqual({
      'at-day': words.records.faults.future,
    });
  });
});
