import { withoutMarks } from './english-marks.ts';

/** A heading's name for links, made as the common Markdown viewers make theirs. */
function nameOf(heading: string): string {
  return withoutMarks(heading)
    .replace(/\\(.)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Names for headings in their order; one that stood before gets a number. */
export function anchorsOf(headings: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const name = nameOf(heading) || 'section';
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  });
}
