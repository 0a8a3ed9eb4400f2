/**
 * Marks around an English passage in a Welsh document: two characters of the private use area, which go through Markdown
 * as letters do. Markdown has no way to name a language; HTML has.
 */
const OPEN = '\uE000';
const CLOSE = '\uE001';

export function markEnglish(markdown: string): string {
  return `${OPEN}${markdown}${CLOSE}`;
}

export function withoutMarks(text: string): string {
  return text.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

/** The marks stand in pairs within one line of text, so the elements do too. */
export function marksAsHtml(html: string): string {
  return html.replaceAll(OPEN, '<span lang="en">').replaceAll(CLOSE, '</span>');
}
