import { describe, expect, it } from '@jest/globals';
import { groupMentions } from './group-mentions.ts';

function mentionsOf(text: string) {
  return text.split(' ').map((each) => ({ id: each.slice(0, 1), personId: each.slice(1) }));
}

function grouped(mentions: string, matches: string[] = [], apart: string[] = []): string {
  const pairs = (texts: string[]) => texts.map((text) => [text.slice(0, 1), text.slice(1)] as const);
  return groupMentions(mentionsOf(mentions), pairs(matches), pairs(apart))
    .map((group) => group.map(({ id }) => id).join(''))
    .join(' ');
}

describe('mentions by the people they are taken to be', () => {
  it('keeps apart whom nothing ties together', () => {
    expect(grouped('a1 b2 c3')).toBe('a b c');
  });

  it('puts together what somebody said is one person', () => {
    expect(grouped('a1 b2 c1')).toBe('ac b');
  });

  it('puts together what matches, also across what was said', () => {
    expect(grouped('a1 b1 c2 d3', ['bc'])).toBe('abc d');
    expect(grouped('a1 b2 c3', ['bc', 'ab'])).toBe('abc');
    expect(grouped('a1 b2 c3', ['ca'])).toBe('ac b');
  });

  it('leaves out a match between two who were told apart, on any of their mentions', () => {
    expect(grouped('a1 b1 c2', ['bc'], ['ac'])).toBe('ab c');
    expect(grouped('a1 b2 c3', ['ab', 'bc'], ['ac'])).toBe('ab c');
    expect(grouped('a1 b2 c3', ['ab', 'bc'], ['ca'])).toBe('ab c');
  });

  it('knows nothing of mentions that it was not given', () => {
    expect(grouped('a1 b2', ['ax', 'xb'])).toBe('a b');
  });
});
