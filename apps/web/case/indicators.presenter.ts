import type { Case, IndicatorReport, ReferralDocument } from '#domain';
import { type Said, said, type Telling } from './telling.ts';

interface PresentIndicator {
  readonly title: Said;
  /** In the sender's words. */
  readonly evidence: string | null;
  readonly isRedLine: boolean;
}

/** What the sender ticked about this child. */
export interface Indicators {
  readonly present: readonly PresentIndicator[];
  readonly absent: readonly Said[];
  readonly notAsked: readonly Said[];
}

/** Red lines first; then in the order of the library, which is by kind of harm. */
export function presentIndicators(found: Case, document: ReferralDocument, telling: Telling): Indicators {
  const reports = (document.indicators ?? []).filter((report) => isAbout(report, found, document));
  const titles = (answer: IndicatorReport['answer']) =>
    reports.filter((report) => report.answer === answer).map(({ id }) => titleOf(id, telling));
  const present = reports
    .filter(({ answer }) => answer === 'present')
    .map(({ id, evidence }) => ({
      title: titleOf(id, telling),
      evidence: evidence ?? null,
      isRedLine: telling.authority.redLineIndicators.has(id),
    }));
  return {
    present: present.toSorted((one, other) => Number(other.isRedLine) - Number(one.isRedLine)),
    absent: titles('absent'),
    notAsked: titles('not_asked'),
  };
}

function isAbout({ children }: IndicatorReport, { childIndex }: Case, document: ReferralDocument): boolean {
  const ref = document.children[childIndex]?.ref;
  return children === undefined || (ref !== undefined && children.includes(ref));
}

function titleOf(id: string, telling: Telling): Said {
  const known = telling.authority.nationPack.indicators.find((each) => each.id === id);
  return known === undefined ? { text: id, lang: null } : said(telling, known.title, known.titleCy);
}
