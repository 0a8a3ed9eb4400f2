import type { ApprovalObstacle, LowerReader } from '#rule-sets';
import type { Words } from '../../words/words.ts';

/** Something that keeps a person from approving, and where to mend it. */
interface ObstacleView {
  readonly text: string;
  readonly link: { readonly text: string; readonly href: string } | null;
}

export interface ApprovalView {
  readonly obstacles: readonly ObstacleView[];
  readonly mayApprove: boolean;
  readonly needsJustification: boolean;
  readonly readers: readonly ReaderView[];
}

export interface ReaderView {
  readonly name: string;
  readonly text: string;
  readonly isComplete: boolean;
  readonly at: Date;
}

/** A justification is written on the same page, so that its want stands in nobody's way yet. */
export function presentApproval(
  obstacles: readonly ApprovalObstacle[],
  { path, backtestId }: { path: string; backtestId: string | null },
  words: Words,
): Omit<ApprovalView, 'readers'> {
  const { approve } = words.rules.force;
  const links: Partial<Record<ApprovalObstacle, { text: string; href: string }>> = {
    not_verified: { text: approve.links.not_verified, href: `${path}/verify` },
    not_safe: { text: approve.links.not_safe, href: `${path}/verify` },
    not_backtested: { text: approve.links.not_backtested, href: `${path}/backtests` },
    ...(backtestId === null
      ? {}
      : { list_not_read: { text: approve.links.list_not_read, href: `${path}/backtests/${backtestId}/lower` } }),
  };
  return {
    obstacles: obstacles.map((obstacle) => ({ text: approve.obstacles[obstacle], link: links[obstacle] ?? null })),
    mayApprove: obstacles.every((obstacle) => obstacle === 'no_justification'),
    needsJustification: obstacles.includes('no_justification'),
  };
}

/** Who has read how much of the list of children who would be routed lower. */
export function presentReaders(total: number, readers: readonly LowerReader[], words: Words): ReaderView[] {
  const { lower } = words.rules.history;
  return readers.map(({ name, opened, isComplete, lastOpenedAt }) => ({
    ...{ name, isComplete, at: lastOpenedAt },
    text: isComplete ? lower.readAll : lower.readSome(opened, total),
  }));
}
