import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DecideCase, SignOffDecision } from '#decisions';
import { fieldsOf } from '../door/visit.ts';
import { CaseScreen } from './case-screen.ts';
import { readDecision } from './decide.form.ts';
import { readSignature } from './sign.presenter.ts';

/** Where a person decides, and where a second one signs or sends it back. */
@Controller('cases/:id')
export class DecideController {
  constructor(
    private readonly screen: CaseScreen,
    private readonly decideCase: DecideCase,
    private readonly signOffDecision: SignOffDecision,
  ) {}

  @Post('decide')
  async decide(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const at = { request, reply };
    const read = readDecision(fieldsOf(request), this.screen.telling(at));
    if ('faults' in read) {
      await this.screen.refuse(at, id, read.faults);
      return;
    }
    await this.screen.act(at, id, {
      form: 'decide',
      run: async () => {
        const { decision } = await this.decideCase.execute({ ...this.screen.requestOf(at, id), ...read.decision });
        return decision.signOffReasons.length > 0 ? 'caseDecidedWaits' : 'caseDecided';
      },
    });
  }

  @Post('sign-off')
  async sign(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const at = { request, reply };
    const read = readSignature(fieldsOf(request), this.screen.telling(at));
    if ('faults' in read) {
      await this.screen.refuse(at, id, read.faults);
      return;
    }
    await this.screen.act(at, id, {
      form: 'sign',
      run: async () => {
        await this.signOffDecision.execute({ ...this.screen.requestOf(at, id), ...read.signature });
        return read.signature.outcome === 'signed' ? 'decisionSigned' : 'decisionReturned';
      },
    });
  }
}
