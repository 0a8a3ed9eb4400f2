import { Injectable } from '@nestjs/common';
import { type Actor, type Case, type CaseId, DomainError, type ErrorCode } from '#domain';
import { AssignCase, type Assignee } from './assign-case.ts';
import { ClaimCase } from './claim-case.ts';

/** A case as somebody saw it when they ticked it. */
export interface TickedCase {
  readonly caseId: CaseId;
  readonly version: number;
}

/** What became of one: the case as it is now, or why it could not be done. */
export type Assigned =
  | { readonly caseId: CaseId; readonly found: Case; readonly refusal: null }
  | { readonly caseId: CaseId; readonly found: null; readonly refusal: ErrorCode };

/** Gives several cases to one person or team, or takes them; each by itself, so that one refusal holds up no other. */
@Injectable()
export class AssignCases {
  constructor(
    private readonly assignCase: AssignCase,
    private readonly claimCase: ClaimCase,
  ) {}

  /** In the order given. `to` null: claimed for the person who asks. */
  async execute(actor: Actor, ticked: readonly TickedCase[], to: Assignee | null): Promise<Assigned[]> {
    const outcomes: Assigned[] = [];
    for (const { caseId, version } of ticked) {
      const request = { actor, caseId, version };
      const work = to === null ? this.claimCase.execute(request) : this.assignCase.execute({ ...request, to });
      outcomes.push(await outcomeOf(caseId, work));
    }
    return outcomes;
  }
}

async function outcomeOf(caseId: CaseId, work: Promise<Case>): Promise<Assigned> {
  try {
    return { caseId, found: await work, refusal: null };
  } catch (error: unknown) {
    if (error instanceof DomainError && error.code !== 'unavailable') {
      return { caseId, found: null, refusal: error.code };
    }
    throw error;
  }
}
