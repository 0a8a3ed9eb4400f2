import { describe, expect, it } from '@jest/globals';
import { type DraftContent, EMPTY_DRAFT } from './draft-content.ts';
import { mergeFields, type Saving } from './merge-fields.ts';
import { settleOther } from './settle-other.ts';

function saved(content: DraftContent, saving: Partial<Saving>): ReturnType<typeof mergeFields> {
  return mergeFields(content, { base: 1, version: 2, writer: 'desk', turn: 1, fields: {}, ...saving });
}

const begun = saved(EMPTY_DRAFT, { fields: { summary: 'He said', role: 'Teacher' } }).content;

describe('what two pages save of one draft', () => {
  it('both stands where each wrote in another field', () => {
    const elsewhere = saved(begun, { base: 2, version: 3, writer: 'phone', fields: { role: 'Head teacher' } });
    const merged = saved(elsewhere.content, {
      base: 2,
      version: 4,
      fields: { summary: 'He said that', role: 'Teacher' },
    });

    expect(merged.content.fields).toEqual({ summary: 'He said that', role: 'Head teacher' });
    expect(merged.conflicts).toEqual([]);
  });

  it('keeps both texts where both wrote in the same field', () => {
    const elsewhere = saved(begun, { base: 2, version: 3, writer: 'phone', fields: { summary: 'Mum told me' } });
    const merged = saved(elsewhere.content, { base: 2, version: 4, fields: { summary: 'He said that' } });

    expect(merged.conflicts).toEqual(['summary']);
    expect(merged.content.fields['summary']).toBe('He said that');
    expect(merged.content.others['summary']).toEqual(['Mum told me']);

    const used = settleOther(merged.content, 'summary', 'use');
    expect(used.fields['summary']).toBe('Mum told me');
    expect(used.others['summary']).toEqual(['He said that']);
    expect(settleOther(used, 'summary', 'drop').others).toEqual({});
  });

  it('is no conflict with oneself, when an answer got lost on the way', () => {
    const first = saved(begun, { base: 2, version: 3, fields: { summary: 'He said that' } });
    const again = saved(first.content, { base: 2, version: 4, fields: { summary: 'He said this' } });

    expect(again.conflicts).toEqual([]);
    expect(again.content.fields['summary']).toBe('He said this');
  });

  it('is no conflict where the later text holds the other whole', () => {
    const elsewhere = saved(begun, { base: 2, version: 3, writer: 'phone', fields: { summary: 'He said that' } });
    const merged = saved(elsewhere.content, { base: 2, version: 4, fields: { summary: 'He said that it hurt' } });

    expect(merged.conflicts).toEqual([]);
  });

  it('is not taken back by an earlier saving of the same page that was late on its way', () => {
    const later = saved(begun, { base: 2, version: 3, turn: 5, fields: { summary: 'He said that it hurt' } });
    const late = saved(later.content, { base: 2, version: 4, turn: 4, fields: { summary: 'He said that' } });

    expect(late.changed).toBe(false);
    expect(late.content.fields['summary']).toBe('He said that it hurt');
  });

  it('counts nothing as changed when it was saved before', () => {
    expect(saved(begun, { base: 2, version: 3, fields: { summary: 'He said' } }).changed).toBe(false);
  });
});
