/** How far a disagreement counts as agreement all the same: not at all, or less the further apart on the scale. */
export type Weighting = 'none' | 'linear';

/** What two people said of one thing. */
export type Pair<Category> = readonly [first: Category, second: Category];

export interface Agreement {
  readonly pairs: number;
  /** Share of pairs that agree exactly, from 0 to 1. */
  readonly agreed: number;
  /**
   * Cohen's kappa: agreement beyond what chance alone would give, 1 when complete, 0 when no better than chance.
   * `null` where chance alone agrees always, because both used one category only.
   */
  readonly kappa: number | null;
  /** 95 in 100 such intervals hold the true kappa; `null` where kappa is, and for fewer than two pairs. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

const NORMAL_95 = 1.959964;

/**
 * Cohen's kappa (1960), weighted (1968) where the categories are a scale, with the large-sample standard error of Fleiss,
 * Cohen and Everitt (1969). `null` without a pair. Pure.
 */
export function agreementOf<Category>(
  pairs: readonly Pair<Category>[],
  scale: readonly Category[],
  weighting: Weighting,
): Agreement | null {
  if (pairs.length === 0) return null;
  const table = tableOf(pairs, scale);
  const weigh = weighting === 'none' ? sameOnly : linear(scale.length);
  const rows = table.map(sum);
  const columns = scale.map((_category, column) => sum(table.map((row) => row[column] ?? 0)));
  const observed = over(table, (share, i, j) => share * weigh(i, j));
  const byChance = over(table, (_share, i, j) => (rows[i] ?? 0) * (columns[j] ?? 0) * weigh(i, j));
  const agreed = over(table, (share, i, j) => (i === j ? share : 0));
  if (1 - byChance < 1e-12) return { pairs: pairs.length, agreed, kappa: null, interval: null };
  const kappa = (observed - byChance) / (1 - byChance);
  const error = standardError({ table, rows, columns, weigh, kappa, byChance, pairs: pairs.length });
  return { pairs: pairs.length, agreed, kappa, interval: pairs.length < 2 ? null : around(kappa, error) };
}

type Weigh = (i: number, j: number) => number;
type Table = readonly (readonly number[])[];

/** Shares of all pairs; the first one's category names the row. */
function tableOf<Category>(pairs: readonly Pair<Category>[], scale: readonly Category[]): Table {
  const table = scale.map(() => scale.map(() => 0));
  for (const [first, second] of pairs) {
    const row = table[scale.indexOf(first)];
    const column = scale.indexOf(second);
    if (row === undefined || column === -1) throw new RangeError('A category is not on the scale.');
    row[column] = (row[column] ?? 0) + 1;
  }
  return table.map((row) => row.map((count) => count / pairs.length));
}

interface Estimate {
  readonly table: Table;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly weigh: Weigh;
  readonly kappa: number;
  readonly byChance: number;
  readonly pairs: number;
}

function standardError({ table, rows, columns, weigh, kappa, byChance, pairs }: Estimate): number {
  const ofRow = rows.map((_share, i) => sum(columns.map((share, j) => share * weigh(i, j))));
  const ofColumn = columns.map((_share, j) => sum(rows.map((share, i) => share * weigh(i, j))));
  const spread = over(
    table,
    (share, i, j) => share * (weigh(i, j) - ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) * (1 - kappa)) ** 2,
  );
  const variance = (spread - (kappa - byChance * (1 - kappa)) ** 2) / (pairs * (1 - byChance) ** 2);
  return Math.sqrt(Math.max(variance, 0));
}

function around(kappa: number, error: number): { low: number; high: number } {
  return { low: Math.max(-1, kappa - NORMAL_95 * error), high: Math.min(1, kappa + NORMAL_95 * error) };
}

function sameOnly(i: number, j: number): number {
  return i === j ? 1 : 0;
}

function linear(categories: number): Weigh {
  return (i, j) => 1 - Math.abs(i - j) / Math.max(categories - 1, 1);
}

function over(table: Table, part: (share: number, i: number, j: number) => number): number {
  return sum(table.flatMap((row, i) => row.map((share, j) => part(share, i, j))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
