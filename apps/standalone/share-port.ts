import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { FastifyServerFactory } from 'fastify';

/** Gives every request below `prefix` to another handler, which sees the path without the prefix; one port for both. */
export function sharePort(prefix: string, other: RequestListener): FastifyServerFactory {
  return (handler) =>
    createServer((request, response) => {
      const { url = '/' } = request;
      if (url !== prefix && !url.startsWith(`${prefix}/`)) {
        handler(request, response);
        return;
      }
      // The issuer builds its own addresses from the part that was taken off.
      (request as IncomingMessage & { originalUrl?: string }).originalUrl = url;
      request.url = url.slice(prefix.length) || '/';
      other(request, response);
    });
}
