import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#domain';

/** Whether a page is asked for rather than JSON: only who names HTML gets it. */
export function wantsHtml(request: FastifyRequest): boolean {
  return /\btext\/html\b/i.test(request.headers.accept ?? '');
}

/** Sends a page that can load nothing and run nothing. */
export function sendPage(reply: FastifyReply, page: string, language: Language = 'en'): void {
  void reply.headers({
    'Content-Language': language,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    Vary: 'Accept',
  });
  void reply.type('text/html; charset=utf-8').send(page);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an HTML page, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A plain page to print; `body` is HTML whose texts are escaped already. */
export function pageOf(title: string, body: string, language: Language = 'en'): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main>
<h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`;
}

const STYLE =
  'body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #b1b4b6;padding:.3rem .5rem;text-align:left;vertical-align:top}' +
  'dt{font-weight:bold}dd{margin:0 0 .5rem 1rem;white-space:pre-wrap}li{overflow-wrap:anywhere}' +
  '@media print{body{margin:0}h2{break-after:avoid}}';
