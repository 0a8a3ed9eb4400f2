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
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}(\d{3})?Z$/;

export function writeCursor(last: WorklistRow, asAt: Date): string {
  const position = [asAt.toISOString(), last.section, last.rank, last.receivedAtExact, last.id];
  return cursorOf(position);
}

/** @throws DomainError `validation_failed` when the text is not a cursor that `writeCursor` made. */
export function readCursor(cursor: string): WorklistPosition {
  const [asAt, section, rank, receivedAt, id] = partsOfCursor(cursor);
  if (!isInstant(asAt) || !isSection(section) || !isRank(rank) || !isInstant(receivedAt) || !isUuid(id)) {
    throw notACursor();
  }
  return { asAt: new Date(asAt), section, after: { rank, receivedAt, id } };
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
