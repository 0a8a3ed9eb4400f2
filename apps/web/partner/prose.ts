/** What people may write in one field. */
export const MOST_PROSE = 10_000;

interface ProseWords {
  readonly empty: string;
  readonly long: string;
}

/** What is wrong with a text that must be there; `null` where nothing is. */
export function proseFault(text: string, { empty, long }: ProseWords): string | null {
  if (text === '') return empty;
  return text.length > MOST_PROSE ? long : null;
}

/** Browsers count a line break as one character and send two. */
export function proseOf(typed: string): string {
  return typed.replaceAll('\r\n', '\n').trim();
}
