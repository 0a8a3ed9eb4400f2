/** The indicators that a programmer would copy from England's document: ids, then level, urgency and red line. */
type Row = readonly [ids: string, level: number, urgency: number, redLine: boolean];

const ROWS: readonly Row[] = [
  ['A02 A05 A13 A17 A19 A24 A27 B03 B04 B07 B09 B11 C06 C07 C10 C11 C15 D05', 1, 1, false],
  ['A08 A09 A26', 1, 0, false],
  ['B12 C12 C16 D09', 1, 2, false],
  ['A03 A14 A21 A28 A29 B05 B15 B20 B22 C03 C17 D01', 2, 2, false],
  ['A10 A12 A16 A30', 2, 1, false],
  ['A06 A11 A18 A20 A25 B10 B13 B19 B21 B23 B25 B26 C05 C08 C13 C18 C19 D02', 3, 2, false],
  ['A07 C14', 3, 1, false],
  ['A15 B28 C04 C09', 3, 3, false],
  ['A04 A22 A23 B06 B14 B16 B17 B18 B27 D03 D04 D06 D07 D08 D10 D11 D12 D13 D14 D15 D17 D18', 4, 3, true],
  ['B08', 4, 3, false],
  ['B24 D16', 4, 2, false],
];

export interface Indicator {
  readonly name: string;
  /** One bit for each of the four domains. */
  readonly domain: number;
  readonly level: number;
  readonly urgency: number;
  readonly redLine: boolean;
}

export const INDICATORS: readonly Indicator[] = ROWS.flatMap(([ids, level, urgency, redLine]) =>
  ids
    .split(' ')
    .map((id) => ({ name: `indicator_${id}`, domain: 1 << 'ABCD'.indexOf(id.charAt(0)), level, urgency, redLine })),
);

/** Indicators of neglect, census factor 16A. */
export const NEGLECT: readonly string[] = 'A02 A03 A04 A06 A27 A28 B20 B21 C12 C13'
  .split(' ')
  .map((id) => `indicator_${id}`);
