import { Injectable } from '@nestjs/common';
import { type Challenge, ListChallenges } from '#challenges';
import type { Actor } from '#domain';
import { type DraftSummary, ListDrafts } from '#drafts';
import { AskedAgency, type AskedLine } from '#enquiries';

/** What waits for the people of an agency. */
export interface WorkOfPartner {
  readonly enquiries: readonly AskedLine[];
  readonly challenges: readonly Challenge[];
  readonly drafts: readonly DraftSummary[];
}

const MOST = 20;

/** Gathers it for the first page of an agency. */
@Injectable()
export class PartnerWork {
  constructor(
    private readonly askedAgency: AskedAgency,
    private readonly listChallenges: ListChallenges,
    private readonly listDrafts: ListDrafts,
  ) {}

  async of(actor: Actor): Promise<WorkOfPartner> {
    const open = { state: 'open', limit: MOST } as const;
    const pursued = { ...open, kind: 'professional', stage: null, overdue: false, after: null } as const;
    const [enquiries, { challenges }, drafts] = await Promise.all([
      this.askedAgency.list(actor, open),
      this.listChallenges.execute(actor, pursued),
      this.listDrafts.execute(actor),
    ]);
    return { enquiries, challenges, drafts: drafts.filter(({ channel }) => channel === 'form') };
  }
}
