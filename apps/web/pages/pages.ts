import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authorityPack } from '#nation-packs';
import type { Session } from '#sign-in';
import { Cookies } from '../door/cookies.ts';
import { addressOf } from '../door/elsewhere.ts';
import { languageOf } from '../door/language.ts';
import { visitOf } from '../door/visit.ts';
import { type Words, WORDS } from '../words/words.ts';
import type { Trouble } from '../words/worded.ts';
import { ASSET_VERSION } from './assets.ts';
import { packPage } from './pack-page.ts';
import { menuOf } from './navigation.ts';
import { secondsUntil } from './seconds-until.ts';
import { loadTemplates } from './templates.ts';
import { typedBefore } from './typed-before.ts';

/** What is wrong with a form: the message for each field, by the field's name. */
export type Faults = Readonly<Record<string, string>>;

/** Made before anything connects: on a busy machine it takes seconds, in which nobody would answer the database. */
const TEMPLATES = loadTemplates();

/** Renders views. Every one of them gets who is there, the words, the form's token and what had been typed. */
@Injectable()
export class Pages {
  constructor(private readonly cookies: Cookies) {}

  /** `data.typed`: what to show in a form's fields, if not what was held; `data.faults`: what is wrong with it. */
  send(request: FastifyRequest, reply: FastifyReply, view: string, data: object = {}): void {
    const { session, held } = visitOf(request);
    const language = languageOf(request);
    const words = WORDS[language];
    const path = request.routeOptions.url ?? '';
    const common = {
      words,
      language,
      assets: `/assets/${ASSET_VERSION}`,
      ...ofSession(session, words, path),
      path,
      address: addressOf(request),
      notice: this.noticeOf(request, reply, words),
      isHeld: held !== null,
      typed: held ?? {},
      faults: {} satisfies Faults,
    };
    const html = TEMPLATES[language].render(view, { ...common, ...data });
    const { body, encoding } = packPage(html, request.headers['accept-encoding']);
    if (encoding !== null) void reply.header('Content-Encoding', encoding).header('Vary', 'Accept-Encoding');
    void reply.type('text/html; charset=utf-8').send(body);
  }

  sendTrouble(request: FastifyRequest, reply: FastifyReply, status: number, trouble: Trouble): void {
    const { session } = visitOf(request);
    this.send(request, reply.status(status), 'pages/trouble.njk', {
      trouble,
      status,
      reference: request.id,
      before: typedBefore(request, status),
      frontDoor: session === null ? null : authorityPack(session.actor.authorityId).frontDoor,
    });
  }

  private noticeOf(request: FastifyRequest, reply: FastifyReply, words: Words): string | null {
    const notice = this.cookies.takeNotice(request, reply);
    const texts: Readonly<Record<string, string>> = words.notices;
    return notice !== null && Object.hasOwn(texts, notice) ? (texts[notice] ?? null) : null;
  }
}

/** What a page shows of who is there. */
function ofSession(session: Session | null, words: Words, path: string): object {
  if (session === null) return { person: null, menu: [], formToken: '', secondsLeft: 0 };
  const { actor, formToken, overAt } = session;
  return { person: actor, menu: menuOf(actor, words, path), formToken, secondsLeft: secondsUntil(overAt) };
}
