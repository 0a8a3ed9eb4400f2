import { LEVELS, URGENCIES } from '#domain';
import type { AuthorityProfile } from '#nation-packs';
import { changeOf, sumOf } from './change.ts';
import { deadlineEffect } from './deadline-effect.ts';
import { type CodeWordsOfCases, DIMENSIONS, groupName } from './dimensions.ts';
import { isLower } from './lower-cases.ts';
import type { BacktestReport, Change, GroupChange } from './report.ts';
import { moveIndex, type Tally } from './tally.ts';
import { UNEVEN_LIMITS, unevenGroups, type UnevenLimits } from './uneven-groups.ts';
import { workloadOf } from './workload.ts';

/** The part of an authority's profile that a report speaks of. */
export type ReportProfile = Pick<AuthorityProfile, 'authority' | 'queues' | 'calendar' | 'urgencyLimits'>;

export interface ReportGiven {
  readonly authorityId: string;
  readonly draft: BacktestReport['draft'];
  readonly asOn: string;
  /** All of history, and its last ninety days. */
  readonly all: Tally;
  readonly recent: Tally;
  readonly words: CodeWordsOfCases;
  readonly profile: ReportProfile;
  readonly limits?: UnevenLimits;
}

const NOTES = [
  'Before is what the rules in force proposed at the time; after is what the draft would have proposed. Neither is what a person decided.',
  'The universal share stands in for "no further action", which only a person decides.',
  'Unknown is counted as a group of its own.',
  "Queues follow from the level by the authority's routing as it is today.",
  'Deadlines are counted as if every case had come at midday: history keeps the day, not the hour.',
];

export function makeReport(given: ReportGiven): BacktestReport {
  const { authorityId, draft, asOn, all, recent, profile, limits = UNEVEN_LIMITS } = given;
  const { overall, groups } = changesOf(all, given.words);
  const late = changesOf(recent, given.words);
  const uneven = [
    ...unevenGroups(overall, groups, 'all', limits),
    ...unevenGroups(late.overall, late.groups, 'last_90_days', limits),
  ];
  const days = all.daysAscending();
  return {
    format: '1',
    authorityId,
    draft,
    asOn,
    outcome: uneven.length === 0 ? 'even' : 'uneven',
    cases: overall.cases,
    overall,
    ...movesOf(all),
    groups,
    uneven,
    workload: workloadOf(days, profile),
    deadlines: deadlineEffect(days, profile),
    notes: NOTES,
  };
}

function changesOf(tally: Tally, words: CodeWordsOfCases): { overall: Change; groups: GroupChange[] } {
  const groups = DIMENSIONS.flatMap((dimension) =>
    [...tally.groupsOf(dimension)].map(([group, cells]) => ({
      dimension,
      group: groupName(dimension, group, words),
      ...changeOf(cells),
    })),
  );
  // Every case has a sex, be it unknown, so one dimension's groups hold them all.
  const overall = changeOf(sumOf([...tally.groupsOf('sex')].map(([, cells]) => cells)));
  return { overall, groups };
}

function movesOf(tally: Tally): Pick<BacktestReport, 'moves' | 'lower' | 'higher'> {
  const counts = tally.allMoves();
  const moves: BacktestReport['moves'][number][] = [];
  let lower = 0;
  let higher = 0;
  LEVELS.forEach((level, l) => {
    URGENCIES.forEach((urgency, u) => {
      LEVELS.forEach((toLevel, toL) => {
        URGENCIES.forEach((toUrgency, toU) => {
          const cases = counts[moveIndex(l, u, toL, toU)] ?? 0;
          if (cases === 0 || (l === toL && u === toU)) return;
          if (isLower(l, u, toL, toU)) lower += cases;
          else higher += cases;
          moves.push({ from: { level, urgency }, to: { level: toLevel, urgency: toUrgency }, cases });
        });
      });
    });
  });
  moves.sort((a, b) => b.cases - a.cases);
  return { moves, lower, higher };
}
