import MarkdownIt from 'markdown-it';
import type { Language } from '#domain';
import { marksAsHtml, withoutMarks } from './english-marks.ts';
import { STYLE } from './style.ts';

/** What the page needs besides the Markdown. */
export interface Page {
  readonly markdown: string;
  readonly title: string;
  readonly language: Language;
  readonly skipLink: string;
  /** Anchors of the headings below the title, in their order. */
  readonly anchors: readonly string[];
}

/** `html: false`: what looks like HTML in the Markdown stays text. */
const markdownIt = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** A plain text as HTML, with elements in place of its marks. */
export function textAsHtml(text: string): string {
  return marksAsHtml(markdownIt.utils.escapeHtml(text));
}

/** The Markdown as HTML, each heading below the title with its anchor. */
function bodyOf({ markdown, anchors }: Pick<Page, 'markdown' | 'anchors'>): string {
  const environment = {};
  const tokens = markdownIt.parse(markdown, environment);
  tokens
    .filter(({ type, tag }) => type === 'heading_open' && tag !== 'h1')
    .forEach((token, place) => {
      token.attrSet('id', anchors[place] ?? '');
    });
  return marksAsHtml(markdownIt.renderer.render(tokens, markdownIt.options, environment));
}

/** The document alone, for a page that is there already. */
export function renderFragment(page: Pick<Page, 'markdown' | 'anchors'>): string {
  return bodyOf(page);
}

/** One page that needs nothing else: no scripts, nothing from elsewhere, and fit for print. */
export function renderHtml(page: Page): string {
  const title = markdownIt.utils.escapeHtml(withoutMarks(page.title).replace(/\\(.)/g, '$1'));
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${STYLE}</style>
</head>
<body>
<a class="skip" href="#document">${markdownIt.utils.escapeHtml(page.skipLink)}</a>
<main id="document" tabindex="-1">
${bodyOf(page)}</main>
</body>
</html>
`;
}
