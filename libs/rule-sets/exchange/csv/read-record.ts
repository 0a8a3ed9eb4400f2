import { CellFault } from '../cell-text/cell-fault.ts';
import type { Findings } from '../findings.ts';
import { below } from '../pointer.ts';
import type { Field } from './codec.ts';
import { EMPTY_LISTS, RECORD, type RecordKind } from './record-kinds.ts';
import type { Cell, Sheet } from './sheet.ts';

export interface RecordContext {
  /** JSON pointer to what the row becomes. */
  readonly path: string;
  readonly findings: Findings;
  /** Told where a part stands; asked for only when there is a fault, because it takes counting. */
  readonly note: (path: string, place: () => number) => void;
}

/** Cells filled in that mean nothing on a row of this kind. */
function refuseStrangers(row: Sheet['rows'][number], kind: RecordKind, context: RecordContext): void {
  const own = new Set([
    RECORD,
    ...kind.fields.map(({ column }) => column),
    ...(kind.list === null ? [EMPTY_LISTS] : []),
  ]);
  for (const [column, cell] of row.cells) {
    if (own.has(column) || cell.isBlank) continue;
    context.findings.add(
      '',
      cell.offsetAt(0),
      `The column "${column}" must be blank on a row of the kind "${kind.name}".`,
    );
  }
}

function readField(field: Field, cell: Cell, path: string, context: RecordContext): unknown {
  context.note(path, () => cell.offsetAt(0));
  if (cell.isBlank) return field.codec.whenBlank;
  if (!cell.text.isWellFormed()) {
    context.findings.add(path, cell.offsetAt(0), 'It holds half a character: it is not valid Unicode.');
  }
  try {
    return field.codec.read(cell.text, path, (at, offset) => {
      context.note(at, () => cell.offsetAt(offset));
    });
  } catch (error: unknown) {
    if (!(error instanceof CellFault)) throw error;
    context.findings.add(path, cell.offsetAt(error.offset), error.message);
    return undefined;
  }
}

/** The object that a row stands for. Blank cells leave their keys out. */
export function readRecord(
  row: Sheet['rows'][number],
  kind: RecordKind,
  context: RecordContext,
): Record<string, unknown> {
  refuseStrangers(row, kind, context);
  const inner = new Map(kind.objects.map((key) => [key, {}]));
  const record: Record<string, unknown> = Object.fromEntries(inner);
  for (const field of kind.fields) {
    const cell = row.cells.get(field.column);
    const [first = '', second] = field.keys;
    const value =
      cell === undefined ? field.codec.whenBlank : readField(field, cell, below(context.path, ...field.keys), context);
    if (value === undefined) continue;
    if (second === undefined) record[first] = value;
    else Reflect.set(inner.get(first) ?? {}, second, value);
  }
  return record;
}
