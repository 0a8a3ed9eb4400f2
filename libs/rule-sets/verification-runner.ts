import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import type { Clock } from '#domain';
import { profileOf } from '#nation-packs';
import { CLOCK, Database } from '#platform';
import { verification } from '#rules';
import { RuleSetContentRepository } from './store/rule-set-content.repository.ts';
import { type ClaimedJob, RuleSetJobRepository } from './store/rule-set-job.repository.ts';

/** How often a running verification tells its progress: each time is a transaction. */
const TELL_EVERY_MS = 500;

/** Works a claimed verification question by question, letting others work in between; killed, it starts again. */
@Injectable()
export class VerificationRunner {
  constructor(
    private readonly database: Database,
    private readonly jobs: RuleSetJobRepository,
    private readonly contents: RuleSetContentRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(job: ClaimedJob, signal: AbortSignal): Promise<void> {
    const { ruleSet } = await this.database.inTransaction({ authorityId: job.authorityId }, (tx) =>
      this.contents.get(tx, job.hash),
    );
    const { invariants, exclusions } = profileOf(job.authorityId);
    const from = localDateOf(this.clock.now().getTime());
    const steps = verification(ruleSet, { invariants, exclusions, from });
    let told = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        const found = step.value;
        await this.database.inTransaction({ authorityId: job.authorityId }, (tx) =>
          this.jobs.finish(tx, job, found.isSafe ? 'safe' : 'unsafe', found),
        );
        return;
      }
      await nextTurn();
      if (signal.aborted) return;
      if (performance.now() - told < TELL_EVERY_MS) continue;
      told = performance.now();
      if (!(await this.tell(job, step.value))) return;
    }
  }

  /** Says whether to go on. */
  private async tell(job: ClaimedJob, { done, total }: { done: number; total: number }): Promise<boolean> {
    return this.database.inTransaction({ authorityId: job.authorityId }, async (tx) => {
      const state = await this.jobs.progress(tx, job, done, total);
      if (state === 'cancelled') await this.jobs.stop(tx, job, 'cancelled', null);
      return state === 'go_on';
    });
  }
}
