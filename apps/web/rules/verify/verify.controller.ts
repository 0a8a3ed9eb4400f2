import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { profileOf } from '#nation-packs';
import { ReadRuleSets, RequestJob } from '#rule-sets';
import type { Verification } from '#rules';
import { Elsewhere } from '../../door/elsewhere.ts';
import { personAt } from '../../door/visit.ts';
import type { Faults } from '../../pages/pages.ts';
import { refusalOf } from '../frame/refusal.ts';
import { VersionPages, withFaults } from '../frame/version-pages.ts';
import { presentJob } from '../jobs/job.presenter.ts';
import { versionIdOf } from '../rules-ids.ts';
import { presentFindings } from './findings.presenter.ts';

/** The proof of a version: asked for, watched, read. */
@Controller('rules/:id/verify')
export class VerifyController {
  constructor(
    private readonly versions: VersionPages,
    private readonly ruleSets: ReadRuleSets,
    private readonly requestJob: RequestJob,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    await this.send([request, reply], id);
  }

  @Post()
  @HttpCode(200)
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { words } = await this.versions.open(request, id);
    let faults: Faults;
    try {
      await this.requestJob.execute(personAt(request), versionIdOf(id), 'verify');
      faults = {};
    } catch (error: unknown) {
      faults = refusalOf(error, words);
    }
    if (Object.keys(faults).length === 0) throw new Elsewhere(`/rules/${id}/verify`, 'ruleSetJobAsked');
    withFaults(reply, faults);
    await this.send([request, reply], id, faults);
  }

  private async send(at: readonly [FastifyRequest, FastifyReply], id: string, faults: Faults = {}): Promise<void> {
    const open = await this.versions.open(at[0], id);
    const { actor, ruleSet, language, words, standing } = open;
    const jobs = (await this.ruleSets.jobs(actor, standing.version.id)).filter(({ kind }) => kind === 'verify');
    const job = jobs.find(({ hash }) => hash === standing.version.hash) ?? null;
    const { invariants } = profileOf(actor.authorityId);
    const given = { ruleSet, invariants, language, words };
    // Written by the verification itself, in this shape.
    const found = job?.result === null || job === null ? null : presentFindings(job.result as Verification, given);
    const isOlder = job === null && jobs.length > 0;
    const view = job === null ? null : presentJob(job, actor, open);
    this.versions.send(at, 'rules/verify.njk', open, 'verify', { job: view, isOlder, found, faults });
  }
}
