import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { type CandidatePair, ConfirmSamePerson, ListCandidates, SayDifferentPeople, UndoVerdict } from '#family';
import type { Exchange } from '../door/late-forms.ts';
import type { Answers } from '../records/answers.ts';
import { type CaseVisit, RecordDesk } from '../records/record-desk.ts';
import { recordIdOf } from '../records/record-ids.ts';
import { undoForm, VERDICTS, verdictForm } from './people-forms.ts';
import { comparison, peoplePage, standingOf } from './people.presenter.ts';

/** The address of two people side by side. */
interface Place {
  readonly id: string;
  readonly mention: string;
  readonly other: string;
}

/** Who may be whom: the engine finds candidates, people say whether they are one person. */
@Controller('cases/:id/people')
export class PeopleController {
  constructor(
    private readonly desk: RecordDesk,
    private readonly listCandidates: ListCandidates,
    private readonly confirmSamePerson: ConfirmSamePerson,
    private readonly sayDifferentPeople: SayDifferentPeople,
    private readonly undoVerdict: UndoVerdict,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const candidates = await this.listCandidates.execute(visit.actor, visit.found.id, null);
    this.desk.show(visit, 'people', 'family/people.njk', peoplePage(candidates, visit.base, visit.words));
  }

  @Get(':mention/:other')
  async compare(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, pair } = await this.pairAt({ request, reply }, place);
    const above = comparison(pair, visit.base, visit.words);
    if (standingOf(pair) === null) this.desk.ask(visit, verdictForm(visit, above));
    else this.desk.show(visit, 'people', 'family/compared.njk', { above });
  }

  @Post(':mention/:other')
  async say(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() place: Place): Promise<void> {
    const { visit, pair } = await this.pairAt({ request, reply }, place);
    const said = (answers: Answers) => {
      const { mention, other } = pair;
      const about = { mentionId: mention.id, otherId: other.id, reason: answers.text('reason') };
      const useCase = { same: this.confirmSamePerson, different: this.sayDifferentPeople };
      return useCase[answers.oneOf('verdict', VERDICTS)].execute({
        actor: visit.actor,
        caseId: visit.found.id,
        ...about,
      });
    };
    const page = verdictForm(visit, comparison(pair, visit.base, visit.words));
    await this.desk.act(visit, page, said, { to: `${visit.base}/people`, notice: 'verdictSaved' });
  }

  @Get('verdicts/:verdict/undo')
  async showUndo(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const visit = await this.desk.open({ request, reply }, id);
    this.desk.ask(visit, undoForm(visit));
  }

  @Post('verdicts/:verdict/undo')
  async undo(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() { id, verdict }: { id: string; verdict: string },
  ): Promise<void> {
    const visit = await this.desk.beside({ request, reply }, id);
    const about = { actor: visit.actor, caseId: visit.found.id, verdictId: recordIdOf(verdict) };
    const undo = (answers: Answers) => this.undoVerdict.execute({ ...about, reason: answers.text('reason') });
    await this.desk.act(visit, undoForm(visit), undo, { to: `${visit.base}/people`, notice: 'verdictUndone' });
  }

  private async pairAt(at: Exchange, place: Place): Promise<{ visit: CaseVisit; pair: CandidatePair }> {
    const visit = await this.desk.beside(at, place.id);
    const { pairs } = await this.listCandidates.execute(visit.actor, visit.found.id, null);
    const pair = pairs.find(({ mention, other }) => mention.id === place.mention && other.id === place.other);
    if (pair === undefined) throw new DomainError('not_found', 'There is no pair like this for you.');
    return { visit, pair };
  }
}
