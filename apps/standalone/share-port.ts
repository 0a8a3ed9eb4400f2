import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { FastifyServerFactory } from 'fastify';

/** What stands beside the API on its port. */
export interface Neighbours {
  readonly issuer: RequestListener;
  readonly web: RequestListener;
  readonly inbox: RequestListener;
}

export const ISSUER_PATH = '/oidc';
const INBOX_PATH = '/inbox';
const API_PATHS = ['/api', '/health'];

/** One port for all: the API, the issuer and the inbox have their paths, the pages everything else. */
export function sharePort({ issuer, web, inbox }: Neighbours): FastifyServerFactory {
  return (api) =>
    createServer((request, response) => {
      const { url = '/' } = request;
      if (isBelow(url, ISSUER_PATH)) {
        // The issuer builds its own addresses from the part that was taken off.
        (request as IncomingMessage & { originalUrl?: string }).originalUrl = url;
        request.url = url.slice(ISSUER_PATH.length) || '/';
        issuer(request, response);
      } else if (isBelow(url, INBOX_PATH)) {
        inbox(request, response);
      } else if (API_PATHS.some((prefix) => isBelow(url, prefix))) {
        api(request, response);
      } else {
        web(request, response);
      }
    });
}

function isBelow(url: string, prefix: string): boolean {
  return url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`);
}
