import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddInformation, ClaimCase, MoveCase, ReleaseCase } from '#decisions';
import { fieldsOf } from '../door/visit.ts';
import { CaseScreen } from './case-screen.ts';
import { readInformation } from './information.form.ts';
import { readMove } from './steps.presenter.ts';

/** Taking a case in hand, letting it go, moving it on, adding what was learned: without leaving its page. */
@Controller('cases/:id')
export class CaseStepsController {
  constructor(
    private readonly screen: CaseScreen,
    private readonly claimCase: ClaimCase,
    private readonly releaseCase: ReleaseCase,
    private readonly moveCase: MoveCase,
    private readonly addInformation: AddInformation,
  ) {}

  @Post('claim')
  async claim(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const at = { request, reply };
    await this.screen.act(at, id, {
      form: 'hold',
      run: async () => {
        await this.claimCase.execute(this.screen.requestOf(at, id));
        return 'caseClaimed';
      },
    });
  }

  @Post('release')
  async release(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const at = { request, reply };
    await this.screen.act(at, id, {
      form: 'hold',
      run: async () => {
        await this.releaseCase.execute(this.screen.requestOf(at, id));
        return 'caseReleased';
      },
    });
  }

  @Post('moves')
  async move(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const at = { request, reply };
    const read = readMove(fieldsOf(request), this.screen.telling(at));
    if ('faults' in read) {
      await this.screen.refuse(at, id, read.faults);
      return;
    }
    await this.screen.act(at, id, {
      form: 'move',
      run: async () => {
        await this.moveCase.execute({ ...this.screen.requestOf(at, id), ...read.step });
        return 'caseMoved';
      },
    });
  }

  @Post('information')
  async add(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const at = { request, reply };
    const read = readInformation(fieldsOf(request), this.screen.telling(at));
    if ('faults' in read) {
      await this.screen.refuse(at, id, read.faults);
      return;
    }
    await this.screen.act(at, id, {
      form: 'information',
      run: async () => {
        const { actor, caseId } = this.screen.requestOf(at, id);
        await this.addInformation.execute({ actor, caseId, ...read.information });
        return 'informationAdded';
      },
    });
  }
}
