import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExportSubjectAccess } from '#retention';
import { actorOf } from '../auth/bearer.guard.ts';
import { caseIdOf } from '../cases/case-request.ts';
import { sendPage, wantsHtml } from '../service/media.ts';
import { subjectAccessPage } from './subject-access.page.ts';
import { SubjectAccessRequestBody } from './subject-access.request.ts';
import { subjectAccessResponse } from './subject-access.response.ts';

/** What the service holds about one child, for whoever has a right to it. */
@ApiTags('Subject access')
@ApiBearerAuth()
@Controller('api/v1/cases/:id/subject-access')
export class SubjectAccessController {
  constructor(private readonly exportSubjectAccess: ExportSubjectAccess) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'What is held about the child, other people taken out: a preview first, then to hand out' })
  @ApiResponse({
    status: 200,
    content: { 'application/json': { schema: subjectAccessResponse }, 'text/html': { schema: { type: 'string' } } },
  })
  async export(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: SubjectAccessRequestBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.exportSubjectAccess.execute({
      actor: actorOf(request),
      caseId: caseIdOf(id),
      forWhom: body.forWhom,
      language: body.language,
      redact: body.redact,
      withhold: body.withhold,
      hideReferrer: body.hideReferrer,
      requestedOn: body.requestedOn ?? null,
      stoppedOn: body.stoppedOn ?? null,
      restartedOn: body.restartedOn ?? null,
      previewSha256: body.previewSha256 ?? null,
    });
    if (wantsHtml(request)) sendPage(reply, subjectAccessPage(answer), body.language);
    else void reply.header('Vary', 'Accept').send(answer);
  }
}
