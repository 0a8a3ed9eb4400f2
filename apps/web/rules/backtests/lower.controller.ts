import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type LowerPage, ReadLowerList, ReadLowerReaders } from '#rule-sets';
import { presentReaders } from '../approve/approve.presenter.ts';
import { areaName } from '../areas.ts';
import { type OpenVersion, VersionPages } from '../frame/version-pages.ts';
import { jobIdOf } from '../rules-ids.ts';
import { placingIn } from '../try/case.presenter.ts';
import { numbersIn } from './numbers.ts';

const PAGE = 50;
const UUID = /^[0-9a-f-]{36}$/i;

/** Every child whom a version would have routed lower, part by part; which parts a person opened is noted. */
@Controller('rules/:id/backtests/:job/lower')
export class LowerController {
  constructor(
    private readonly versions: VersionPages,
    private readonly readList: ReadLowerList,
    private readonly readReaders: ReadLowerReaders,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('job') job: string,
    @Query('after') after: unknown,
  ): Promise<void> {
    const open = await this.versions.open(request, id);
    const { actor, words } = open;
    const jobId = jobIdOf(job);
    const from = typeof after === 'string' && UUID.test(after) ? after : null;
    const page = await this.readList.execute(actor, jobId, PAGE, from);
    const { total, readers } = await this.readReaders.execute(actor, jobId);
    const own = readers.filter(({ personId }) => personId === actor.id);
    const data = {
      ...{ jobId, list: presentPage(page, open), isFirst: from === null },
      ...{ readers: presentReaders(total, readers, words), own: presentReaders(total, own, words)[0] ?? null },
    };
    this.versions.send([request, reply], 'rules/lower.njk', open, 'backtests', data);
  }
}

/** A part of the list with the records' own addresses. */
function presentPage(
  { total, hidden, first, cases, next }: LowerPage,
  { areas, words, language }: OpenVersion,
): object {
  const { lower } = words.rules.history;
  const { count } = numbersIn(language);
  return {
    lines: cases.map(({ caseId, reference, area, receivedAt, from, to }) => ({
      ...{ href: `/cases/${caseId}`, reference, receivedAt },
      area: areaName(areas, area ?? '*', words),
      from: placingIn(words, from),
      to: placingIn(words, to),
    })),
    shown: lower.shown(count(first), count(first + cases.length - 1), count(total)),
    hidden: hidden === 0 ? null : lower.hidden(hidden),
    next,
    isEmpty: total === 0,
  };
}
