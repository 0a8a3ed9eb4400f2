import { PublishedCells, suppressedCells } from '#rule-sets';

/** A count, or `null` where it is withheld: it would tell of too few people, or let another be worked out that does. */
type Shown = number | null;

/** Counts below this are withheld (domain pack 6.3). */
export const LEAST_SHOWN = 5;

/** A line of a table: a whole and the parts it is made of. */
export interface Line<Part extends string> {
  readonly group: string;
  readonly all: number;
  readonly parts: Readonly<Record<Part, number>>;
}

export interface ShownLine<Part extends string> {
  readonly group: string;
  readonly all: Shown;
  readonly parts: Readonly<Record<Part, Shown>>;
}

/** Lines that together make up the total, or, where they overlap, do not. */
export interface Table<Part extends string> {
  readonly lines: readonly Line<Part>[];
  readonly addsUp: boolean;
}

type Places<Part extends string> = Line<Part> & {
  readonly place: number;
  readonly partPlaces: Readonly<Record<Part, number>>;
};

/**
 * Withholds small counts of all tables at once: one could otherwise be worked out from another that breaks the same total
 * down in another way.
 */
export function withheld<Part extends string, Name extends string>(
  parts: readonly Part[],
  total: Line<Part>,
  tables: Readonly<Record<Name, Table<Part>>>,
): { readonly total: ShownLine<Part>; readonly tables: Readonly<Record<Name, readonly ShownLine<Part>[]>> } {
  const cells = new PublishedCells();
  const whole = placed(cells, parts, total);
  const names = Object.keys(tables) as Name[];
  const kept = names.map((name) => {
    const lines = tables[name].lines.map((line) => placed(cells, parts, line));
    if (tables[name].addsUp && lines.length > 0) {
      cells.addSum(
        whole.place,
        lines.map(({ place }) => place),
      );
      for (const part of parts) {
        cells.addSum(
          whole.partPlaces[part],
          lines.map(({ partPlaces }) => partPlaces[part]),
        );
      }
    }
    return [name, lines] as const;
  });
  const hidden = suppressedCells(cells, LEAST_SHOWN);
  const show = (line: Places<Part>): ShownLine<Part> => ({
    group: line.group,
    all: hidden.has(line.place) ? null : line.all,
    parts: mapped(parts, (part) => (hidden.has(line.partPlaces[part]) ? null : line.parts[part])),
  });
  return {
    total: show(whole),
    tables: Object.fromEntries(kept.map(([name, lines]) => [name, lines.map(show)])) as unknown as Readonly<
      Record<Name, readonly ShownLine<Part>[]>
    >,
  };
}

function placed<Part extends string>(cells: PublishedCells, parts: readonly Part[], line: Line<Part>): Places<Part> {
  const place = cells.add(line.all);
  const partPlaces = mapped(parts, (part) => cells.add(line.parts[part]));
  cells.addSum(place, Object.values<number>(partPlaces));
  return { ...line, place, partPlaces };
}

function mapped<Part extends string, Value>(
  parts: readonly Part[],
  valueOf: (part: Part) => Value,
): Readonly<Record<Part, Value>> {
  return Object.fromEntries(parts.map((part) => [part, valueOf(part)])) as unknown as Record<Part, Value>;
}
