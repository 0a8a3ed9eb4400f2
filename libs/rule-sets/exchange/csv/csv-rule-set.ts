import type { Findings } from '../findings.ts';
import { MAX_ENTRIES } from '../limits.ts';
import type { ParsedFile } from '../parsed-file.ts';
import { below } from '../pointer.ts';
import { readRecord, type RecordContext } from './read-record.ts';
import { EMPTY_LISTS, RECORD, RECORD_KINDS, type RecordKind } from './record-kinds.ts';
import type { Cell, Sheet } from './sheet.ts';

type Row = Sheet['rows'][number];
type ListName = NonNullable<RecordKind['list']>;

const KIND_NAMES = RECORD_KINDS.map(({ name }) => `"${name}"`).join(', ');

/** Puts the rows of a sheet together to what may be a rule set. */
export class CsvRuleSet {
  private readonly places = new Map<string, () => number>();
  private readonly lists = new Map<ListName, unknown[]>();
  private head: Record<string, unknown> | null = null;
  private isTooLarge = false;

  constructor(private readonly findings: Findings) {}

  read(sheet: Sheet): ParsedFile {
    for (const row of sheet.rows) this.add(row);
    if (this.head === null) this.findings.add('', 0, 'There must be one row of the kind "set".');
    const value = { ...this.head, ...Object.fromEntries(this.lists) };
    return {
      content: this.isTooLarge || this.head === null ? null : { value },
      placeOf: (path) => this.places.get(path)?.(),
      findings: this.findings.all,
    };
  }

  private add(row: Row): void {
    const cell = row.cells.get(RECORD);
    const name = cell?.text.trim().toLowerCase();
    const kind = RECORD_KINDS.find((one) => one.name === name);
    if (kind === undefined) {
      this.findings.add('', cell?.offsetAt(0) ?? row.offset, `The kind of row must be one of ${KIND_NAMES}.`);
    } else if (kind.list === null) this.addHead(row, kind);
    else this.addItem(row, kind, kind.list);
  }

  private addHead(row: Row, kind: RecordKind): void {
    if (this.head !== null) {
      this.findings.add('', row.offset, 'There may be only one row of the kind "set".');
      return;
    }
    this.head = readRecord(row, kind, this.context(''));
    const empty = row.cells.get(EMPTY_LISTS);
    if (empty !== undefined && !empty.isBlank) this.addEmptyLists(empty);
  }

  private addEmptyLists(cell: Cell): void {
    const names = cell.text.split(';').map((name) => name.trim());
    for (const name of names) {
      if (name === 'tests' || name === 'words') this.listOf(name);
      else this.findings.add('', cell.offsetAt(0), 'Only "tests" and "words" may be empty lists.');
    }
  }

  private addItem(row: Row, kind: RecordKind, list: ListName): void {
    const items = this.listOf(list);
    const path = below('', list, items.length);
    if (items.length < MAX_ENTRIES) {
      this.places.set(path, () => row.offset);
      items.push(readRecord(row, kind, this.context(path)));
    } else {
      this.isTooLarge = true;
      this.findings.add(path, row.offset, `There may be at most ${MAX_ENTRIES} rows of the kind "${kind.name}".`);
    }
  }

  private context(path: string): RecordContext {
    return { path, findings: this.findings, note: (at, place) => this.places.set(at, place) };
  }

  private listOf(name: ListName): unknown[] {
    const items = this.lists.get(name) ?? [];
    this.lists.set(name, items);
    return items;
  }
}
