import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerFactory } from 'fastify';
import { DomainError } from '#domain';
import {
  acceptCorrelationId,
  endConnectionsAtClose,
  type Environment,
  EventLog,
  MAX_BODY_BYTES,
  measureRequests,
  sendProblem,
  traceRequests,
  withCorrelation,
} from '#platform';
import { ApiModule } from './api.module.ts';
import { accessOf } from './route-access.ts';
import { acceptBodies, acceptFiles, BODY_LIMITS } from './service/bodies.ts';
import { Door } from './service/door.ts';
import { addHeaders, serveHeaders } from './service/headers.ts';
import { serveOpenApi } from './service/openapi.ts';
import { addRequestChecks } from './service/request-checks.ts';
import { limitSubmissions } from './service/submissions-under-way.ts';

export interface ApiOptions {
  /** Lets another handler share the port: the development issuer of the standalone app. */
  readonly serverFactory?: FastifyServerFactory;
}

/** The API, ready to listen. Refuses to be made with a route that the access table does not know. */
export async function createApi(environment: Environment, options: ApiOptions = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...options,
    bodyLimit: MAX_BODY_BYTES,
    connectionTimeout: 30_000,
    requestTimeout: 30_000,
    // Without trusted proxies the address is the connection's, whatever a header says.
    trustProxy: environment.TRUSTED_PROXIES?.split(',') ?? false,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read names nothing here; Fastify's own answer would repeat it and be no problem document.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      addHeaders(request, reply);
      sendProblem(new DomainError('not_found', 'There is nothing at this address.'), request, reply, new EventLog());
    },
    genReqId: (request: IncomingMessage) => acceptCorrelationId(request.headers['x-correlation-id']),
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  const undeclared = watchRoutes(fastify);
  await serveHeaders(fastify, environment);
  endConnectionsAtClose(fastify);
  measureRequests(fastify, environment);
  traceRequests(fastify, environment);
  addHooks(fastify);
  acceptBodies(fastify);
  await acceptFiles(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forProcess(environment), adapter, {
    bodyParser: false,
    logger: new ConsoleLogger({ json: true, colors: false, logLevels: ['error', 'warn'] }),
    abortOnError: false,
  });
  const door = app.get(Door);
  fastify.addHook('onRequest', (request, reply) => door.admitAddress(request, reply));
  addRequestChecks(fastify);
  limitSubmissions(fastify);
  serveOpenApi(app, environment);
  await app.init();
  if (undeclared.length > 0) throw new Error(`These routes have no entry in ROUTE_ACCESS: ${undeclared.join(', ')}`);
  return app;
}

function addHooks(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    addHeaders(request, reply);
    done();
  });
  // After the body is read: its events belong to the socket and would leave the request's context.
  fastify.addHook('preValidation', (request, _reply, done) => {
    withCorrelation(request.id, done);
  });
}

/** Collects routes without an access entry; the pages of the API documentation are public reading. */
function watchRoutes(fastify: FastifyInstance): string[] {
  const undeclared: string[] = [];
  fastify.addHook('onRoute', (route) => {
    const { method, url } = route;
    if (url.startsWith('/api/docs')) return;
    const bodyLimit = BODY_LIMITS[url];
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
    for (const verb of [method].flat()) {
      if (accessOf(verb, url) === null) undeclared.push(`${verb} ${url}`);
    }
  });
  return undeclared;
}
