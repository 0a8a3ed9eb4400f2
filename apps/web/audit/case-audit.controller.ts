import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { keyJson, ReadLog } from '#audit';
import { AuditCase, ExportCaseEvidence, VerifyCaseTrail } from '#decisions';
import type { Actor } from '#domain';
import { ReadRuleSets } from '#rule-sets';
import { languageOf, wordsOf } from '../door/language.ts';
import { personAt } from '../door/visit.ts';
import { sendCsv } from '../pages/csv.ts';
import { caseIdAt } from '../oversight/ids.ts';
import { Pages } from '../pages/pages.ts';
import { sectionLinks } from '../records/sections.ts';
import { presentDecisions, type VersionsByHash } from './decision.presenter.ts';
import { presentIntegrity } from './integrity.presenter.ts';
import { presentTrail, trailLines } from './trail.presenter.ts';

/** Every decision on a case as it was taken, the trail, and whether the record can be trusted. */
@Controller('cases/:id/audit')
export class CaseAuditController {
  constructor(
    private readonly auditCase: AuditCase,
    private readonly verifyTrail: VerifyCaseTrail,
    private readonly ruleSets: ReadRuleSets,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const actor = personAt(request);
    const words = wordsOf(request);
    const audit = await this.auditCase.execute(actor, caseIdAt(id), languageOf(request));
    const check = await this.verifyTrail.execute(actor, audit.found.id);
    this.pages.send(request, reply, 'audit/case.njk', {
      found: { id: audit.found.id, reference: audit.found.reference },
      sections: sectionLinks(actor, audit.found, words, 'audit'),
      decisions: presentDecisions(audit.decisions, await this.versionsOf(actor), words),
      trail: presentTrail(audit.trail, words),
      integrity: presentIntegrity(check, words),
    });
  }

  @Get('csv')
  async trail(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const words = wordsOf(request);
    const { found, trail } = await this.auditCase.execute(personAt(request), caseIdAt(id), languageOf(request));
    sendCsv(reply, `audit-${found.reference}`, words.audit.trail.columns, trailLines(trail, words));
  }

  private async versionsOf(actor: Actor): Promise<VersionsByHash> {
    const { versions } = await this.ruleSets.all(actor);
    return new Map(versions.map(({ version }) => [version.hash, version.id]));
  }
}

/** Files to check the record elsewhere. */
@Controller()
export class EvidenceController {
  constructor(
    private readonly exportCase: ExportCaseEvidence,
    private readonly log: ReadLog,
  ) {}

  @Get('cases/:id/audit/evidence')
  async pack(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const lines = await this.exportCase.execute(personAt(request), caseIdAt(id));
    void reply
      .type('application/x-ndjson')
      .header('Content-Disposition', 'attachment; filename="case.ndjson"')
      .send(lines.join(''));
  }

  @Get('cases/:id/audit/keys')
  async keys(@Res() reply: FastifyReply): Promise<void> {
    const keys = (await this.log.keys()).map(keyJson);
    void reply
      .type('application/json; charset=utf-8')
      .header('Content-Disposition', 'attachment; filename="keys.json"')
      .send(`${JSON.stringify({ keys }, null, 2)}\n`);
  }
}
