import type { RequestListener } from 'node:http';
import { type CapturedMessage, capturedMessages } from '#notifications';
import type { Environment } from '#platform';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
const MOST = 200;

/**
 * The messages that the service would have sent, to read in a browser, for demonstrations. It shows them to anybody, so it
 * refuses to exist in production.
 */
export function developmentInbox({ NODE_ENV, DEVELOPMENT_INBOX: folder }: Environment): RequestListener {
  if (NODE_ENV === 'production') {
    throw new Error('The development inbox shows messages to anybody and refuses to start in production.');
  }
  return (_request, response) => {
    pageOf(folder).then(
      (page) => response.writeHead(200, HEADERS).end(page),
      () => response.writeHead(500, HEADERS).end('The inbox cannot be read.'),
    );
  };
}

async function pageOf(folder: string | undefined): Promise<string> {
  const messages = folder === undefined ? [] : await capturedMessages(folder);
  const shown = messages.slice(0, MOST).map(articleOf).join('');
  const head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Development inbox</title></head>';
  const intro = `<h1>Development inbox</h1><p>${String(messages.length)} messages, newest first. Nothing was sent.</p>`;
  return `${head}<body>${intro}${shown}</body></html>`;
}

function articleOf({ kind, to, subject, lines, at }: CapturedMessage): string {
  const body = lines.map((line) => `<p>${escaped(line)}</p>`).join('');
  return `<article><hr><h2>${escaped(subject)}</h2><p>${kind} to ${escaped(to)}, ${escaped(at)}</p>${body}</article>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
