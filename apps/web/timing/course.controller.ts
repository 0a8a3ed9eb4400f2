import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MILESTONE_SOURCES } from '#clocks';
import { AcceptHandover, HandOver, ListClocks, RecordMilestone } from '#decisions';
import { MILESTONES } from '#domain';
import type { Exchange } from '../door/late-forms.ts';
import { dayIn } from '../pages/moments.ts';
import type { FormPage } from '../records/form-page.ts';
import { type CaseVisit, type Change, type Done, RecordDesk } from '../records/record-desk.ts';
import { acceptForm, handoverForm, milestoneForm } from './timing-forms.ts';

/** What people record of the course of a case: milestones after the decision, handovers out of hours. */
@Controller('cases/:id/clocks')
export class CourseController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly listClocks: ListClocks,
    private readonly recordMilestone: RecordMilestone,
    private readonly handOver: HandOver,
    private readonly acceptHandover: AcceptHandover,
  ) {}

  @Get('milestone')
  async showMilestone(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, milestoneForm(visit));
  }

  @Post('milestone')
  async record(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const record: Change = (answers, version) =>
      this.recordMilestone.execute({
        ...{ actor: visit.actor, caseId: visit.found.id, version },
        milestone: answers.oneOf('milestone', MILESTONES),
        happenedAt: new Date(answers.text('happenedAt')),
        source: answers.oneOf('source', MILESTONE_SOURCES),
      });
    await this.desk.act(visit, milestoneForm(visit), record, backWith(visit, 'milestoneSaved'));
  }

  @Get('handover')
  async showHandover(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, handoverForm(visit));
  }

  @Post('handover')
  async hand(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const about = { actor: visit.actor, caseId: visit.found.id };
    const hand: Change = (answers, version) =>
      this.handOver.execute({ ...about, version, actions: answers.text('actions') });
    await this.desk.act(visit, handoverForm(visit), hand, backWith(visit, 'handedOver'));
  }

  @Get('handover/accept')
  async showAccept(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { visit, page } = await this.acceptance({ request, reply }, id);
    this.desk.ask(visit, page);
  }

  @Post('handover/accept')
  async accept(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { visit, page } = await this.acceptance({ request, reply }, id);
    const about = { actor: visit.actor, caseId: visit.found.id };
    const accept: Change = (_answers, version) => this.acceptHandover.execute({ ...about, version });
    await this.desk.act(visit, page, accept, backWith(visit, 'handoverAccepted'));
  }

  private async acceptance(at: Exchange, id: string): Promise<{ visit: CaseVisit; page: FormPage }> {
    const visit = await this.desk.beside(at, id);
    const { handovers } = await this.listClocks.execute(visit.actor, visit.found.id);
    const waiting = handovers.filter(({ acceptedAt }) => acceptedAt === null);
    const rows = waiting.map(({ actions, madeByName, madeAt }) => ({
      key: `${madeByName}, ${dayIn(visit.language, madeAt)}`,
      value: actions,
    }));
    return { visit, page: acceptForm(visit, rows) };
  }
}

function backWith({ base }: CaseVisit, notice: Done['notice']): Done {
  return { to: `${base}/clocks`, notice };
}
