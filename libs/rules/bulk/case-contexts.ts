/** The area code of a case whose area is not known. */
export const NO_AREA = 65_535;

/** When and where each case is evaluated. */
export interface CaseContexts {
  /** Days since 1970-01-01. */
  readonly days: Int32Array;
  /** Places in `areas`; 65,535 where the area is not known, and then only rules for all areas are in force. */
  readonly areaCodes: Uint16Array;
  readonly areas: readonly string[];
}

/** The first and the last day of some cases, and their highest area code, -1 where none has an area. */
export interface Survey {
  earliest: number;
  latest: number;
  highestCode: number;
}

/** Short runs make a short function that is called often, which the engine makes fast; one long loop it does not. */
const RUN = 4096;

function surveyRun({ days, areaCodes }: CaseContexts, from: number, to: number, found: Survey): void {
  let { earliest, latest, highestCode } = found;
  let lastDay = earliest;
  let lastCode = NO_AREA;
  for (let index = from; index < to; index += 1) {
    const day = days[index] ?? 0;
    const code = areaCodes[index] ?? NO_AREA;
    // Neighbours mostly have the same context.
    if (day === lastDay && code === lastCode) continue;
    lastDay = day;
    lastCode = code;
    if (day < earliest) earliest = day;
    if (day > latest) latest = day;
    if (code > highestCode && code !== NO_AREA) highestCode = code;
  }
  found.earliest = earliest;
  found.latest = latest;
  found.highestCode = highestCode;
}

/**
 * What the contexts of so many cases have between them. Contexts that do not fit are refused: a code without an area
 * would put rules out of force unnoticed.
 *
 * @throws RangeError
 */
export function surveyContexts(contexts: CaseContexts, count: number): Readonly<Survey> {
  const { days, areaCodes, areas } = contexts;
  if (days.length !== count || areaCodes.length !== count) {
    throw new RangeError(`There are ${count} cases, ${days.length} days and ${areaCodes.length} area codes.`);
  }
  const found: Survey = { earliest: days[0] ?? 0, latest: days[0] ?? 0, highestCode: -1 };
  for (let from = 0; from < count; from += RUN) surveyRun(contexts, from, Math.min(from + RUN, count), found);
  if (found.highestCode >= areas.length) throw new RangeError(`No area has the code ${found.highestCode}.`);
  return found;
}
