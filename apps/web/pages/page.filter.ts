import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type ErrorCode } from '#domain';
import { EventLog, noteRefusal, withCorrelation } from '#platform';
import { Cookies } from '../door/cookies.ts';
import { Elsewhere } from '../door/elsewhere.ts';
import { wordsOf } from '../door/language.ts';
import { Pages } from './pages.ts';
import { troubleOf } from './troubles.ts';

const CODES_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed_json',
  404: 'not_found',
  413: 'body_too_large',
  415: 'unsupported_media_type',
};

/** The one place where an error becomes a page: what happened in plain words, what to do next, and nothing else. */
@Catch()
@Injectable()
export class PageFilter implements ExceptionFilter {
  constructor(
    private readonly pages: Pages,
    private readonly cookies: Cookies,
    private readonly log: EventLog,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (error instanceof Elsewhere) {
      if (error.notice !== null) this.cookies.leaveNotice(reply, error.notice);
      void reply.status(303).header('Location', error.address).send();
      return;
    }
    const refusal = refusalOf(error);
    const { status, trouble } = troubleOf(refusal, wordsOf(request));
    withCorrelation(request.id, () => {
      noteRefusal(this.log, refusal, request);
    });
    if (status >= 500) {
      const fields = {
        code: refusal.code,
        status,
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
      };
      withCorrelation(request.id, () => {
        this.log.fault('page.failed', error, fields);
      });
    }
    if (status === 503) void reply.header('Retry-After', '5');
    this.pages.sendTrouble(request, reply, status, trouble);
  }
}

function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  const code = typeof status === 'number' ? CODES_BY_STATUS[status] : undefined;
  return new DomainError(code ?? 'internal_fault', 'The request was refused.', [], { cause: error });
}
