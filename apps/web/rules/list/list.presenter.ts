import { RULE_SET_STAGES, type RuleSetOverview, type RuleSetStage, type StandingAt } from '#rule-sets';
import type { Words } from '../../words/words.ts';
import { type AreaName, areaName, UNKNOWN_AREA } from '../areas.ts';
import { STAGE_COLOURS } from '../frame/frame.presenter.ts';

interface RuleSetLine {
  readonly href: string;
  readonly title: string;
  readonly label: string;
  readonly stage: { readonly text: string; readonly colour: string };
  readonly author: string;
  readonly changedAt: Date;
  readonly note: string;
  readonly where: string;
}

export interface RuleSetList {
  readonly inForce: readonly {
    readonly area: string;
    readonly label: string;
    readonly isShipped: boolean;
    readonly href: string;
    readonly since: string | null;
  }[];
  readonly stages: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly lines: readonly RuleSetLine[];
  readonly isEmpty: boolean;
}

/** The stage asked for; null for all. */
export function stageAsked(given: unknown): RuleSetStage | null {
  return RULE_SET_STAGES.find((stage) => stage === given) ?? null;
}

export function presentList(
  overview: RuleSetOverview,
  areas: readonly AreaName[],
  stage: RuleSetStage | null,
  words: Words,
): RuleSetList {
  const shown = overview.versions.filter((one) => stage === null || one.stage === stage);
  const { list, stages } = words.rules;
  return {
    inForce: overview.inForce.map(({ area, label, versionId, since }) => ({
      ...{ area: areaName(areas, area, words), label, isShipped: versionId === null, since },
      href: versionId === null ? `/rules/in-force/${area === '*' ? UNKNOWN_AREA : area}` : `/rules/${versionId}`,
    })),
    stages: [
      { value: '', text: list.all, selected: stage === null },
      ...RULE_SET_STAGES.map((value) => ({ value, text: stages[value], selected: value === stage })),
    ],
    lines: shown.map((one) => lineOf(one, areas, words)),
    isEmpty: overview.versions.length === 0,
  };
}

function lineOf({ version, stage, inForceIn }: StandingAt, areas: readonly AreaName[], words: Words): RuleSetLine {
  return {
    ...{ href: `/rules/${version.id}`, title: version.title, label: version.label, author: version.authorName },
    ...{ changedAt: version.changedAt, note: version.changeNote },
    stage: { text: words.rules.stages[stage], colour: STAGE_COLOURS[stage] },
    where: inForceIn.map((area) => areaName(areas, area, words)).join(', '),
  };
}
