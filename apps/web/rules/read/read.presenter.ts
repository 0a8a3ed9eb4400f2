import { mayEver } from '#access-policy';
import type { Actor } from '#domain';
import type { RuleSetJob, StandingAt } from '#rule-sets';
import type { Words } from '../../words/words.ts';
import { type AreaName, areaName } from '../areas.ts';

/** What is known of a version, row by row. */
export interface About {
  readonly rows: readonly { readonly key: string; readonly text: string | null; readonly at: Date | null }[];
}

export function presentAbout({ version, ...standing }: StandingAt, areas: readonly AreaName[], words: Words): About {
  const { about, outcomes } = words.rules;
  const row = (key: string, text: string | null, at: Date | null = null) => ({ key, text, at });
  const jobRow = (key: string, job: RuleSetJob | null) =>
    row(key, job?.outcome ? outcomes[job.outcome] : about.notYet, job?.finishedAt ?? null);
  const { approval, inForceIn } = standing;
  const where = inForceIn.map((area) => areaName(areas, area, words)).join(', ');
  return {
    rows: [
      row(about.name, version.label),
      row(
        about.author,
        version.origin === 'imported' ? `${version.authorName}. ${about.imported}` : version.authorName,
      ),
      row(about.created, null, version.createdAt),
      row(about.changed, null, version.changedAt),
      row(about.note, version.changeNote),
      jobRow(about.verification, standing.verification),
      jobRow(about.backtest, standing.backtest),
      ...(approval === null
        ? []
        : [
            row(
              about.approval,
              approvalText(approval.approvedByName, approval.justification, words),
              approval.approvedAt,
            ),
          ]),
      row(about.inForceIn, where === '' ? about.nowhere : where),
    ],
  };
}

function approvalText(name: string, justification: string | null, { rules }: Words): string {
  const by = rules.about.approvedBy(name);
  return justification === null ? by : `${by}: ${justification}`;
}

/** Whether somebody may begin a draft from what they read. */
export function mayCopy(actor: Actor): boolean {
  return mayEver(actor, 'rule_set.edit');
}
