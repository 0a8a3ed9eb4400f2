import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { typedBefore } from './typed-before.ts';

const TEXT = 'Robin says that nobody is at home after school.';
const sent = (changes: object = {}) =>
  ({
    method: 'POST',
    url: '/break-glass',
    body: { _token: 'a token of forty-three characters and more', reason: TEXT, tag: ['a', 'b'] },
    ...changes,
  }) as unknown as FastifyRequest;

describe('what was typed into a form that something went wrong with', () => {
  it('can be sent again as it was, when that may go well', () => {
    expect(typedBefore(sent(), 503)).toEqual({
      action: '/break-glass',
      fields: [
        { name: '_token', value: 'a token of forty-three characters and more' },
        { name: 'reason', value: TEXT },
        { name: 'tag', value: 'a' },
        { name: 'tag', value: 'b' },
      ],
      texts: [TEXT],
    });
  });

  it('can only be copied when the same would go wrong again', () => {
    expect(typedBefore(sent(), 409)).toMatchObject({ action: null, texts: [TEXT] });
  });

  it('is nothing for a page, or for what a system sends', () => {
    expect(typedBefore(sent({ method: 'GET', body: undefined }), 503)).toBeNull();
    expect(typedBefore(sent({ body: { logout_token: 'secret' } }), 503)).toBeNull();
  });
});
