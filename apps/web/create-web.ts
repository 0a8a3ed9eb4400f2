import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '#domain';
import { type Environment, requiredSetting } from '#platform';
import { clientKeyOf } from '#sign-in';
import { formsWithoutPage, needsOf } from './page-access.ts';
import { PageFilter } from './pages/page.filter.ts';
import { webAdapter } from './web-adapter.ts';
import { WebModule } from './web.module.ts';

/** The pages, ready to listen. Refuses to be made with a page that the table does not know, or without a sound key. */
export async function createWeb(environment: Environment): Promise<NestFastifyApplication> {
  requireSoundSettings(environment);
  await clientKeyOf(requiredSetting(environment, 'OIDC_WEB_CLIENT_KEY'));
  const adapter = await webAdapter(environment, (request, reply) => {
    app.get(PageFilter).answer(new DomainError('not_found', 'There is nothing at this address.'), request, reply);
  });
  const undeclared = watchRoutes(adapter.getInstance<FastifyInstance>());
  const app = await NestFactory.create<NestFastifyApplication>(WebModule.forProcess(environment), adapter, {
    bodyParser: false,
    logger: new ConsoleLogger({ json: true, colors: false, logLevels: ['error', 'warn'] }),
    abortOnError: false,
  });
  app.useGlobalFilters(app.get(PageFilter));
  await app.init();
  const faulty = [...undeclared, ...formsWithoutPage()];
  if (faulty.length > 0) {
    throw new Error(`These have no entry in PAGES, or no page that shows them: ${faulty.join(', ')}`);
  }
  return app;
}

/** Pages over http are for demonstrations: a session's key would travel in clear. */
function requireSoundSettings({ NODE_ENV, PUBLIC_URL }: Environment): void {
  if (NODE_ENV !== 'production' || PUBLIC_URL.startsWith('https:')) return;
  throw new Error('These settings are missing or wrong:\n  PUBLIC_URL: must be an https address in production');
}

function watchRoutes(fastify: FastifyInstance): string[] {
  const undeclared: string[] = [];
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) if (needsOf(verb, url) === null) undeclared.push(`${verb} ${url}`);
  });
  return undeclared;
}
