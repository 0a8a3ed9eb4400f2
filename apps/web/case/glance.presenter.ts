import type { Course } from './course.presenter.ts';
import type { Indicators } from './indicators.presenter.ts';
import type { Known } from './known.presenter.ts';
import type { ShownProposal } from './proposal.presenter.ts';
import type { Reported } from './reported.presenter.ts';
import type { Said, Telling } from './telling.ts';
import type { Unknown } from './unknown.presenter.ts';

/** One answer of the five that a worker looks for first, with the way to the whole of it. */
export interface GlanceBox {
  readonly title: string;
  readonly href: string;
  /** Stands out; `isGrave` says why in the first line. */
  readonly isGrave: boolean;
  readonly lines: readonly Said[];
}

interface Panels {
  readonly reported: Reported;
  readonly indicators: Indicators;
  readonly known: Known;
  readonly proposal: ShownProposal;
  readonly unknown: Unknown;
  readonly course: Course;
}

const LONGEST = 110;
const MOST_TITLES = 2;

/** The five answers on one screen: what is reported, the family, the proposal, what is not known, the clock. */
export function presentGlance(panels: Panels, { words }: Telling): GlanceBox[] {
  const { glance } = words.casePage;
  return [
    reportedBox(panels, glance),
    familyBox(panels, glance),
    proposalBox(panels, glance),
    unknownBox(panels, glance),
    clockBox(panels, glance),
  ];
}

type GlanceWords = Telling['words']['casePage']['glance'];

function reportedBox({ reported, indicators }: Panels, words: GlanceWords): GlanceBox {
  const dangers = reported.danger.grave.map(({ label, value }) => own(shortened(`${label}: ${value}`)));
  const titles = indicators.present.slice(0, MOST_TITLES).map(({ title }) => title);
  return {
    title: words.reported,
    href: '#reported',
    isGrave: reported.danger.isNow || dangers.length > 0 || indicators.present.some(({ isRedLine }) => isRedLine),
    lines: [own(reported.danger.text), ...dangers, own(shortened(reported.worries.summary)), ...titles],
  };
}

function familyBox({ known }: Panels, words: GlanceWords): GlanceBox {
  const { family, history, missed } = known;
  return {
    title: words.family,
    href: '#family',
    isGrave: missed.length > 0,
    lines: [
      own(words.people(family.members.length)),
      own(words.earlier(history.length)),
      ...(family.siblingsWaiting === 0 ? [] : [own(words.siblings(family.siblingsWaiting))]),
      ...(missed.length === 0 ? [] : [own(words.missed(missed.length))]),
    ],
  };
}

function proposalBox({ proposal }: Panels, words: GlanceWords): GlanceBox {
  const frame = { title: words.proposal, href: '#proposal' };
  if (proposal.nothing !== null) return { ...frame, isGrave: true, lines: [own(words.noProposal)] };
  return {
    ...frame,
    isGrave: proposal.isRedLine,
    lines: [
      own(`${proposal.level}, ${proposal.urgency}`),
      ...(proposal.isRedLine ? [own(words.redLine)] : []),
      own(words.rules(proposal.rules.length)),
      ...proposal.rules.slice(0, 1).map(({ title }) => title),
    ],
  };
}

function unknownBox({ unknown }: Panels, words: GlanceWords): GlanceBox {
  const { couldBecome, questions } = unknown;
  return {
    title: words.unknown,
    href: '#unknown',
    isGrave: couldBecome !== null,
    lines:
      couldBecome === null
        ? [own(words.nothingOpen)]
        : [own(words.couldBecome(couldBecome.level, couldBecome.urgency)), own(words.questions(questions.length))],
  };
}

function clockBox({ course: { clocks } }: Panels, words: GlanceWords): GlanceBox {
  const first = clocks.running.slice(0, MOST_TITLES);
  return {
    title: words.clock,
    href: '#clock',
    isGrave: clocks.overdue > 0,
    lines: [
      own(clocks.overdue > 0 ? words.overdue(clocks.overdue) : words.running(clocks.running.length)),
      ...first.map(({ kind, stateText, by }) => own(`${kind}: ${[stateText, by].filter(Boolean).join(', ')}`)),
    ],
  };
}

function own(text: string): Said {
  return { text, lang: null };
}

/** At a word's end, with dots, so that nobody takes it for the whole. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST)).trimEnd()} …`;
}
