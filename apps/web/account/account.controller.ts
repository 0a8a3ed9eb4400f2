import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { authorityPack } from '#nation-packs';
import { EndSession, ListSessions, ListSignInReports, ReportSignIn } from '#sign-in';
import { Elsewhere } from '../door/elsewhere.ts';
import { wordsOf } from '../door/language.ts';
import { fieldsOf, personAt, sessionOf, textOf } from '../door/visit.ts';
import { Pages } from '../pages/pages.ts';

/** Who I am here, where I am signed in, and what to do when that was not me. */
@Controller()
export class AccountController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly endSession: EndSession,
    private readonly reportSignIn: ReportSignIn,
    private readonly listReports: ListSignInReports,
    private readonly pages: Pages,
  ) {}

  @Get('account')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { id: ownSession, actor } = sessionOf(request);
    const sessions = await this.listSessions.execute(actor);
    const { queues } = authorityPack(actor.authorityId);
    const teams = actor.teams.map((team) => queues.find(({ id }) => id === team)?.title ?? team);
    this.pages.send(request, reply, 'account/account.njk', { sessions, ownSession, teams });
  }

  @Post('account/sessions/:id/end')
  async end(@Req() request: FastifyRequest, @Param('id') id: string): Promise<never> {
    await this.endSession.execute(personAt(request), id);
    throw new Elsewhere('/account');
  }

  @Get('account/report')
  showReport(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.pages.send(request, reply, 'account/report.njk');
  }

  @Post('account/report')
  @HttpCode(200)
  async report(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = fieldsOf(request);
    const text = textOf(fields, 'report');
    try {
      await this.reportSignIn.execute(sessionOf(request), text);
    } catch (error: unknown) {
      if (!(error instanceof DomainError) || error.code !== 'validation_failed') throw error;
      const { missing, tooLong } = wordsOf(request).report;
      const faults = { report: text.trim() === '' ? missing : tooLong };
      this.pages.send(request, reply.status(422), 'account/report.njk', { typed: fields, faults });
      return;
    }
    this.pages.send(request, reply, 'account/reported.njk');
  }

  @Get('sign-in-reports')
  async showReports(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reports = await this.listReports.execute(personAt(request));
    this.pages.send(request, reply, 'account/reports.njk', { reports });
  }
}
