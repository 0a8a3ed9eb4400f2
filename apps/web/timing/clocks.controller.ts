import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BREACH_REASONS, type ClockDetail } from '#clocks';
import { ExplainBreach, ListClocks, PauseClock, ResumeClock } from '#decisions';
import { DomainError } from '#domain';
import type { Exchange } from '../door/late-forms.ts';
import { type CaseVisit, type Change, type Done, RecordDesk } from '../records/record-desk.ts';
import { clocksPage } from './clocks-page.presenter.ts';
import { breachForm, pauseForm, resumeForm } from './timing-forms.ts';

interface Place {
  readonly id: string;
  readonly clock: string;
}

/** Every clock of a case, and what people do about one. */
@Controller('cases/:id/clocks')
export class ClocksController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly listClocks: ListClocks,
    private readonly pauseClock: PauseClock,
    private readonly resumeClock: ResumeClock,
    private readonly explainBreach: ExplainBreach,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const timing = await this.listClocks.execute(visit.actor, visit.found.id);
    this.desk.show(visit, 'clocks', 'timing/clocks.njk', clocksPage(timing, visit));
  }

  @Get(':clock/pause')
  async showPause(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, detail } = await this.clockAt({ request, reply }, place);
    this.desk.ask(visit, pauseForm(visit, detail));
  }

  @Post(':clock/pause')
  async pause(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, detail } = await this.clockAt({ request, reply }, place);
    const pause: Change = (answers, version) =>
      this.pauseClock.execute({
        ...{ actor: visit.actor, caseId: visit.found.id, version, clockId: detail.clock.id },
        ...{ reasonCode: answers.text('reason'), note: answers.textOrNull('note') },
      });
    await this.desk.act(visit, pauseForm(visit, detail), pause, backWith(visit, 'clockPaused'));
  }

  @Get(':clock/resume')
  async showResume(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, detail } = await this.clockAt({ request, reply }, place);
    this.desk.ask(visit, resumeForm(visit, detail));
  }

  @Post(':clock/resume')
  async resume(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, detail } = await this.clockAt({ request, reply }, place);
    const about = { actor: visit.actor, caseId: visit.found.id, clockId: detail.clock.id };
    const resume: Change = (_answers, version) => this.resumeClock.execute({ ...about, version });
    await this.desk.act(visit, resumeForm(visit, detail), resume, backWith(visit, 'clockResumed'));
  }

  @Get(':clock/reason')
  async showReason(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, detail } = await this.clockAt({ request, reply }, place);
    this.desk.ask(visit, breachForm(visit, detail));
  }

  @Post(':clock/reason')
  async explain(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, detail } = await this.clockAt({ request, reply }, place);
    const explain: Change = (answers, version) =>
      this.explainBreach.execute({
        ...{ actor: visit.actor, caseId: visit.found.id, version, clockId: detail.clock.id },
        ...{ code: answers.oneOf('reason', BREACH_REASONS), note: answers.textOrNull('note') },
      });
    await this.desk.act(visit, breachForm(visit, detail), explain, backWith(visit, 'breachExplained'));
  }

  private async clockAt(at: Exchange, { id, clock }: Place): Promise<{ visit: CaseVisit; detail: ClockDetail }> {
    const visit = await this.desk.beside(at, id);
    const { clocks } = await this.listClocks.execute(visit.actor, visit.found.id);
    const detail = clocks.find((each) => each.clock.id === clock);
    if (detail === undefined) throw new DomainError('not_found', 'There is no clock like this on the case.');
    return { visit, detail };
  }
}

function backWith({ base }: CaseVisit, notice: Done['notice']): Done {
  return { to: `${base}/clocks`, notice };
}
