import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type ErrorCode } from '#domain';
import { toUnavailable } from '../database/unavailable.ts';
import { withCorrelation } from '../logging/correlation.ts';
import { EventLog } from '../logging/event-log.ts';
import { noteRefusal } from './note-refusal.ts';
import { PROBLEM_MEDIA_TYPE, problemOf, retryAfterSeconds } from './problem.ts';

const CODES_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed_json',
  401: 'not_signed_in',
  403: 'not_allowed',
  404: 'not_found',
  413: 'body_too_large',
  415: 'unsupported_media_type',
};

/** The one place where an error becomes an answer: a problem document with the right status, never a stack or a value. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: EventLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.log);
  }
}

/** Also Fastify's own error handler: faults before a controller (body limits, unknown media types) look the same. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: EventLog): void {
  withCorrelation(request.id, () => {
    answer(error, request, reply, log);
  });
}

function answer(error: unknown, request: FastifyRequest, reply: FastifyReply, log: EventLog): void {
  const refusal = refusalOf(error);
  if (refusal.code === 'internal_fault') log.fault('http.fault', error, { route: routeOf(request) });
  noteRefusal(log, refusal, request);
  const problem = problemOf(refusal, request.url.split('?')[0] ?? '/');
  const wait = retryAfterSeconds(refusal.code);
  if (wait !== null) void reply.header('Retry-After', String(wait));
  if (refusal.code === 'not_signed_in') void reply.header('WWW-Authenticate', 'Bearer');
  void reply.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
}

function refusalOf(given: unknown): DomainError {
  const error = toUnavailable(given);
  if (error instanceof DomainError) return error;
  const code = CODES_BY_STATUS[statusOf(error)];
  return code === undefined
    ? new DomainError('internal_fault', 'Something failed on our side. Nothing was half stored.')
    : new DomainError(code, DETAILS[code] ?? 'The request was refused.');
}

const DETAILS: Partial<Record<ErrorCode, string>> = {
  malformed_json: 'The request cannot be read.',
  not_found: 'There is nothing at this address.',
  body_too_large: 'The body is larger than this address takes.',
  unsupported_media_type: 'The body must be application/json.',
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown';
}
