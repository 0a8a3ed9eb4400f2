import { cursorOf, notACursor, partsOfCursor } from '#platform';
import type { WorklistRow } from './worklist.query.ts';

/** The worklist from its top: what the emergency duty team handed over, what is overdue, and the rest. */
export const WORKLIST_SECTIONS = ['handed_over', 'overdue', 'in_time'] as const;
export type WorklistSection = (typeof WORKLIST_SECTIONS)[number];

/** Where a walk through the worklist stands. What is overdue is judged at `asAt` for the whole walk. */
export interface WorklistPosition {
  readonly asAt: Date;
  readonly section: WorklistSection;
  readonly after: { readonly rank: number; readonly receivedAt: string; readonly id: string } | null;
  /** Towards the top, from just before `after`. */
  readonly backwards: boolean;
}

const BACKWARDS = 'back';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}(\d{3})?Z$/;

/** The place after this row, or with `backwards` the one before it. */
export function writeCursor(row: WorklistRow, asAt: Date, backwards: boolean): string {
  const position = [asAt.toISOString(), row.section, row.rank, row.receivedAtExact, row.id];
  return cursorOf(backwards ? [...position, BACKWARDS] : position);
}

/** @throws DomainError `validation_failed` when the text is not a cursor that `writeCursor` made. */
export function readCursor(cursor: string): WorklistPosition {
  const [asAt, section, rank, receivedAt, id, direction] = partsOfCursor(cursor);
  if (!isInstant(asAt) || !isSection(section) || !isRank(rank) || !isInstant(receivedAt) || !isUuid(id)) {
    throw notACursor();
  }
  if (direction !== undefined && direction !== BACKWARDS) throw notACursor();
  return { asAt: new Date(asAt), section, after: { rank, receivedAt, id }, backwards: direction === BACKWARDS };
}

/** Exactly as `writeCursor` writes it, and a moment that exists: PostgreSQL is stricter than `Date.parse`. */
function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !INSTANT.test(value) || Number.isNaN(Date.parse(value))) return false;
  return new Date(value).toISOString().slice(0, 19) === value.slice(0, 19);
}

function isSection(value: unknown): value is WorklistSection {
  return WORKLIST_SECTIONS.some((section) => section === value);
}

function isRank(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) < 100;
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
