import { Injectable } from '@nestjs/common';
import { CrashPoints, Environment, EventLog } from '#platform';

/** What every worker process has around its work. */
@Injectable()
export class WorkerProcess {
  constructor(
    readonly environment: Environment,
    readonly crashPoints: CrashPoints,
    readonly log: EventLog,
  ) {}
}
