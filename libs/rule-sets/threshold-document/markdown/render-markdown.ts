import { anchorsOf } from './anchors.ts';
import { type Block, type Item, list } from './blocks.ts';

export interface MarkdownDocument {
  readonly title: string;
  /** What stands before the contents. */
  readonly front: readonly Block[];
  readonly contentsTitle: string;
  readonly body: readonly Block[];
}

type Heading = Extract<Block, { kind: 'heading' }>;

function itemLines(items: readonly Item[], margin: string): string[] {
  return items.flatMap(({ text, items: inner = [] }) => [`${margin}- ${text}`, ...itemLines(inner, `${margin}  `)]);
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`;
    case 'paragraph':
      return block.text;
    case 'list':
      return itemLines(block.items, '').join('\n');
    default:
      return block satisfies never;
  }
}

function headingsOf(document: MarkdownDocument): readonly Heading[] {
  const contents: Heading = { kind: 'heading', level: 2, text: document.contentsTitle };
  return [...document.front, contents, ...document.body].filter((block) => block.kind === 'heading');
}

/** The anchors of all headings below the title, in their order. */
export function documentAnchors(document: MarkdownDocument): readonly string[] {
  return anchorsOf([document.title, ...headingsOf(document).map(({ text }) => text)]).slice(1);
}

/** Links to the sections and their parts; single rules are left to the sections. */
function contentsOf(document: MarkdownDocument): Block {
  const anchors = documentAnchors(document);
  const items: { text: string; items: Item[] }[] = [];
  headingsOf(document).forEach(({ level, text }, place) => {
    const link = `[${text}](#${anchors[place] ?? ''})`;
    if (level === 2 && text !== document.contentsTitle) items.push({ text: link, items: [] });
    if (level === 3) items.at(-1)?.items.push({ text: link });
  });
  return list(items);
}

/** The document as Markdown; English passages still carry their marks. */
export function renderMarkdown(document: MarkdownDocument): string {
  const parts = [
    `# ${document.title}`,
    ...document.front.map(blockText),
    `## ${document.contentsTitle}`,
    blockText(contentsOf(document)),
    ...document.body.map(blockText),
  ];
  return `${parts.join('\n\n')}\n`;
}
