import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { visitOf } from '../door/visit.ts';
import { ENGLISH, type Trouble } from '../words/english.ts';
import { ICON_FILE, STYLE_SHEET } from './design-system.ts';
import { loadTemplates } from './templates.ts';

/** Renders views. Every one of them gets who is there, the words, the form's token and what had been typed. */
@Injectable()
export class Pages {
  private readonly templates = loadTemplates();

  /** `data.typed`: what to show in a form's fields, if not what was held. */
  send(request: FastifyRequest, reply: FastifyReply, view: string, data: object = {}): void {
    const { session, held } = visitOf(request);
    const common = {
      words: ENGLISH,
      assets: { styles: STYLE_SHEET, icon: ICON_FILE },
      person: session?.actor ?? null,
      formToken: session?.formToken ?? '',
      path: request.routeOptions.url ?? '',
      isHeld: held !== null,
      typed: held ?? {},
    };
    const html = this.templates.render(view, { ...common, ...data });
    void reply.type('text/html; charset=utf-8').send(html);
  }

  sendTrouble(request: FastifyRequest, reply: FastifyReply, status: number, trouble: Trouble): void {
    this.send(request, reply.status(status), 'pages/trouble.njk', { trouble, reference: request.id, status });
  }
}
