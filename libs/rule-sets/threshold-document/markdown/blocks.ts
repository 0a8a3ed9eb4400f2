/** Part of a list; its text is Markdown. */
export interface Item {
  readonly text: string;
  readonly items?: readonly Item[];
}

/** A part of the document. Texts are Markdown with everything users wrote escaped. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Item[] };

export function heading(level: 2 | 3 | 4, text: string): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function list(items: readonly Item[]): Block {
  return { kind: 'list', items };
}
