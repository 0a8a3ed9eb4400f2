import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { ChangeDraft, CheckDraftRule } from '#rule-sets';
import { Elsewhere } from '../../door/elsewhere.ts';
import { fieldsOf, textOf, visitOf } from '../../door/visit.ts';
import { Today } from '../activate/today.ts';
import { refusalOf, revisionOf } from '../frame/refusal.ts';
import { type OpenVersion, VersionPages, withFaults } from '../frame/version-pages.ts';
import { acted, wishIn } from './actions.ts';
import { presentEditor } from './editor.presenter.ts';
import { newRuleId } from './new-rule-id.ts';
import { type PlacedFaults, placedFaults } from './placed-faults.ts';
import type { RuleDraft, StoredRule } from './rule-draft.ts';
import { draftIn, draftOf, emptyDraft } from './rule-form.ts';
import { writeRule } from './rule-write.ts';

type At = readonly [FastifyRequest, FastifyReply];
interface Opened {
  readonly open: OpenVersion;
  readonly stored: StoredRule;
}
const SOUND: PlacedFaults = { faults: {}, ofSet: [] };

/**
 * The editor of one rule of a draft. Its buttons work without script: each sends the whole form and gets it back with
 * one condition, prompt or example more or less. Faults come back beside the cell they belong to.
 */
@Controller('rules/:id/edit/:rule')
export class EditorController {
  constructor(
    private readonly versions: VersionPages,
    private readonly checkDraftRule: CheckDraftRule,
    private readonly changeDraft: ChangeDraft,
    private readonly today: Today,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('rule') ruleId: string,
  ): Promise<void> {
    const { open, stored } = await this.find(request, id, ruleId);
    const { held } = visitOf(request);
    const fresh =
      stored === null ? emptyDraft(this.today.day(), open.actor.name) : draftOf(stored, open.ruleSet.nation);
    this.send([request, reply], { open, stored }, held === null ? fresh : draftIn(held));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('rule') ruleId: string,
  ): Promise<void> {
    const opened = await this.find(request, id, ruleId);
    const fields = fieldsOf(request);
    const draft = draftIn(fields);
    const wish = wishIn(fields);
    const { catalogue } = opened.open.ruleSet;
    if (wish.verb === 'save' || wish.verb === 'check') return this.judge([request, reply], opened, draft, wish.verb);
    const next = acted(draft, wish, { fields, catalogue, stored: opened.stored });
    this.send([request, reply], opened, next, { revision: textOf(fields, 'revision') });
  }

  private async judge(at: At, opened: Opened, draft: RuleDraft, verb: 'save' | 'check'): Promise<void> {
    const { open, stored } = opened;
    const { actor, ruleSet, standing, words } = open;
    const newId = newRuleId(draft.texts.title, actor.authorityId, ruleSet);
    const { rule, places } = writeRule(draft, { ruleSet, stored, newId });
    const found = placedFaults(await this.checkDraftRule.execute(actor, standing.version.id, rule), places, words);
    const sent = textOf(fieldsOf(at[0]), 'revision');
    const isSound = Object.keys(found.faults).length === 0 && found.ofSet.length === 0;
    if (!isSound || verb === 'check') {
      this.send(at, opened, draft, { found, revision: sent, isSound });
      return;
    }
    try {
      const change = { kind: 'put_rule', rule } as const;
      await this.changeDraft.execute({ actor, id: standing.version.id, revision: revisionOf(sent), change });
    } catch (error: unknown) {
      this.send(at, opened, draft, { found: { faults: refusalOf(error, words), ofSet: [] } });
      return;
    }
    throw new Elsewhere(`/rules/${standing.version.id}/edit`, stored === null ? 'ruleAdded' : 'ruleSaved');
  }

  private async find(request: FastifyRequest, id: string, ruleId: string): Promise<Opened> {
    const open = await this.versions.open(request, id);
    const stored = open.ruleSet.rules.find((rule) => rule.id === ruleId) ?? null;
    if (stored === null && ruleId !== 'new') throw new DomainError('not_found', 'The draft has no such rule.');
    return { open, stored };
  }

  private send(
    at: At,
    { open, stored }: Opened,
    draft: RuleDraft,
    more: { found?: PlacedFaults; revision?: string; isSound?: boolean } = {},
  ): void {
    const { faults, ofSet } = more.found ?? SOUND;
    const { ruleSet, areas, language, words, standing } = open;
    const rule = presentEditor(draft, { ruleSet, stored, areas, faults, language, words });
    withFaults(at[1], ofSet.length > 0 ? { ...faults, form: '' } : faults);
    const data = { rule, ruleId: stored?.id ?? 'new', isNew: stored === null, isSound: more.isSound === true };
    const revision = more.revision ?? String(standing.version.revision);
    const told = ofSet.length > 0 ? { ...faults, form: words.rules.editor.setFaults } : faults;
    this.versions.send(at, 'rules/editor.njk', open, 'edit', { ...data, revision, faults: told, ofSet });
  }
}
