import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { AbandonDraft, ChangeDraft } from '#rule-sets';
import type { FormFields } from '#sign-in';
import { Elsewhere } from '../../door/elsewhere.ts';
import { fieldsOf, personAt, textOf, visitOf } from '../../door/visit.ts';
import type { Faults } from '../../pages/pages.ts';
import type { Words } from '../../words/words.ts';
import { refusalOf, revisionOf } from '../frame/refusal.ts';
import { type OpenVersion, VersionPages, withFaults } from '../frame/version-pages.ts';
import { versionIdOf } from '../rules-ids.ts';
import { readDescription, readReason } from './draft.form.ts';

/** A draft's name and purpose; and giving it up. */
@Controller('rules/:id')
export class DescribeController {
  constructor(
    private readonly versions: VersionPages,
    private readonly changeDraft: ChangeDraft,
    private readonly abandonDraft: AbandonDraft,
  ) {}

  @Get('describe')
  async showDescription(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    this.send([request, reply], 'rules/describe.njk', open, visitOf(request).held ?? typedOf(open));
  }

  @Post('describe')
  @HttpCode(200)
  async describe(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const open = await this.versions.open(request, id);
    const fields = fieldsOf(request);
    const read = readDescription(fields, open.words);
    const faults =
      'faults' in read
        ? read.faults
        : await this.tryTo(open.words, async () => {
            const change = { kind: 'describe', ...read.value } as const;
            const revision = revisionOf(textOf(fields, 'revision'));
            await this.changeDraft.execute({ actor: personAt(request), id: versionIdOf(id), revision, change });
          });
    if (Object.keys(faults).length === 0) throw new Elsewhere(`/rules/${id}`, 'ruleSetDescribed');
    this.send([request, reply], 'rules/describe.njk', open, fields, faults);
  }

  @Get('abandon')
  async showAbandon(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    this.send([request, reply], 'rules/abandon.njk', open, visitOf(request).held ?? {});
  }

  @Post('abandon')
  @HttpCode(200)
  async abandon(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const open = await this.versions.open(request, id);
    const fields = fieldsOf(request);
    const read = readReason(fields, open.words.rules.abandon.fault);
    const faults =
      'faults' in read
        ? read.faults
        : await this.tryTo(open.words, async () => {
            const revision = revisionOf(textOf(fields, 'revision'));
            await this.abandonDraft.execute(personAt(request), versionIdOf(id), revision, read.value);
          });
    if (Object.keys(faults).length === 0) throw new Elsewhere(`/rules/${id}`, 'ruleSetAbandoned');
    this.send([request, reply], 'rules/abandon.njk', open, fields, faults);
  }

  private async tryTo(words: Words, change: () => Promise<void>): Promise<Faults> {
    try {
      await change();
      return {};
    } catch (error: unknown) {
      if (error instanceof DomainError && error.code === 'rule_set_label_taken') {
        return { label: words.rules.start.faults.labelTaken };
      }
      return refusalOf(error, words);
    }
  }

  private send(
    at: readonly [FastifyRequest, FastifyReply],
    view: string,
    open: OpenVersion,
    typed: FormFields,
    faults: Faults = {},
  ): void {
    withFaults(at[1], faults);
    this.versions.send(at, view, open, 'read', { typed, faults });
  }
}

function typedOf({ standing: { version } }: OpenVersion): FormFields {
  return { label: version.label, title: version.title, note: version.changeNote };
}
