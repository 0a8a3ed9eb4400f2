import { mayDo } from '#access-policy';
import { type Challenge, type ChallengeTimeline, stageName } from '#challenges';
import type { Actor, Case } from '#domain';
import type { Words } from '../words/words.ts';
import { challengeLine } from './challenge-lines.presenter.ts';

interface Frame {
  readonly actor: Actor;
  readonly found: Case;
  readonly words: Words;
  readonly now: Date;
}

/** One challenge with everything that was said, and what this person can do about it. */
export function challengePage({ challenge, entries }: ChallengeTimeline, frame: Frame) {
  const { words, found } = frame;
  const { challenges: text, codes } = words;
  const { askedBy, askedHow, openedByName, openedAt, closedAt, stage, kind } = challenge;
  const roles: Readonly<Record<string, string>> = codes.roles;
  return {
    line: challengeLine(challenge, { ...frame, authorityId: found.authorityId }),
    stage: kind === 'professional' ? text.stages[stageName(stage)] : null,
    asked: askedBy === null || askedHow === null ? null : `${text.askers[askedBy]}. ${text.ways[askedHow]}`,
    complaint: challenge.complaint ? { by: challenge.acknowledgeBy, acknowledgedAt: challenge.acknowledgedAt } : null,
    ...{ openedBy: openedByName, openedAt, closedAt },
    entries: entries.map((entry) => ({
      title: `${text.sides[entry.side]}: ${text.steps[entry.kind]}`,
      stage: kind === 'professional' ? text.stages[stageName(entry.stage)] : null,
      ...{ isRisk: entry.immediateRisk, text: entry.written, at: entry.at },
      by: `${entry.byName} (${roles[entry.byRole] ?? entry.byRole})`,
    })),
    links: linksOf(challenge, frame),
  };
}

function linksOf(challenge: Challenge, { actor, found, words: { challenges: text } }: Frame) {
  const { id, kind, state, complaint, acknowledgedAt } = challenge;
  if (state !== 'open') return [];
  const may = (action: Parameters<typeof mayDo>[1]) => mayDo(actor, action, found) === 'allowed';
  const base = `/challenges/${id}`;
  if (kind === 'family_review') {
    const isOpenComplaint = complaint && acknowledgedAt === null;
    return [
      ...(isOpenComplaint && may('family_review.record')
        ? [{ href: `${base}/acknowledge`, text: text.acknowledge }]
        : []),
      ...(may('family_review.decide') ? [{ href: `${base}/decide`, text: text.decide }] : []),
    ];
  }
  return [
    ...(may('challenge.respond') ? [{ href: `${base}/respond`, text: text.respond }] : []),
    ...(may('challenge.decide') ? [{ href: `${base}/decide`, text: text.decide }] : []),
    ...(may('challenge.pursue') ? [{ href: `${base}/step`, text: text.pursue }] : []),
  ];
}
