import { Controller, Get, Param } from '@nestjs/common';
import { Elsewhere } from '../door/elsewhere.ts';
import { caseIdOf } from '../records/record-ids.ts';

/** The forms of a case have addresses of their own; whoever comes back to one, by reloading for example, gets the case. */
@Controller('cases/:id')
export class CaseAgainController {
  @Get(['decide', 'sign-off', 'claim', 'release', 'moves', 'information', 'ask-sender', 'prints'])
  show(@Param('id') id: string): never {
    throw new Elsewhere(`/cases/${caseIdOf(id)}`);
  }
}
