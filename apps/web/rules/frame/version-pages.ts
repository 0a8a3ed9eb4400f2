import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Language } from '#domain';
import type { RuleSet } from '#rules';
import { ReadRuleSets, type StandingAt } from '#rule-sets';
import { languageOf, wordsOf } from '../../door/language.ts';
import { personAt } from '../../door/visit.ts';
import { type Faults, Pages } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';
import { type AreaName, areasOf } from '../areas.ts';
import { versionIdOf } from '../rules-ids.ts';
import { presentFrame, type Tab } from './frame.presenter.ts';

/** One version as a page needs it: how far it has come, its content, who looks at it in which language. */
export interface OpenVersion {
  readonly actor: Actor;
  readonly standing: StandingAt;
  readonly ruleSet: RuleSet;
  readonly words: Words;
  readonly language: Language;
  readonly areas: readonly AreaName[];
}

/** Opens a version for a page, and sends the page in the frame that all pages of a version share. */
@Injectable()
export class VersionPages {
  constructor(
    private readonly ruleSets: ReadRuleSets,
    private readonly pages: Pages,
  ) {}

  /** @throws DomainError `not_found`. */
  async open(request: FastifyRequest, id: string): Promise<OpenVersion> {
    const actor = personAt(request);
    const { standing, ruleSet } = await this.ruleSets.one(actor, versionIdOf(id));
    const at = { language: languageOf(request), words: wordsOf(request), areas: areasOf(actor.authorityId) };
    return { actor, standing, ruleSet, ...at };
  }

  send(
    [request, reply]: readonly [FastifyRequest, FastifyReply],
    view: string,
    { standing, actor, words }: OpenVersion,
    tab: Tab,
    data: object = {},
  ): void {
    const frame = presentFrame(standing, actor, words, tab);
    this.pages.send(request, reply, view, { frame, ...data });
  }
}

/** The answer to a form with faults: nothing typed is lost. */
export function withFaults(reply: FastifyReply, faults: Faults): FastifyReply {
  return Object.keys(faults).length === 0 ? reply : reply.status(422);
}
