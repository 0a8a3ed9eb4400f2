import type { BacktestReport } from '#rule-sets';
import { dayIn } from '../../pages/moments.ts';
import { numbersIn } from './numbers.ts';
import type { ReportGiven, TableView } from './report.presenter.ts';

/** What each team would get, and the busiest day of each urgency. */
export function presentWork(
  { workload, deadlines }: BacktestReport,
  { language, words }: ReportGiven,
): { workload: TableView; deadlines: TableView } {
  const { report: text } = words.rules.history;
  const { count } = numbersIn(language);
  const busiest = (day: { day: string; due: number } | null): string =>
    day === null ? text.nothingDue : text.due(count(day.due), dayIn(language, day.day));
  return {
    workload: {
      caption: text.workload,
      head: [
        text.queue,
        ...[text.total, text.perWeek].flatMap((one) => [`${one}, ${text.before}`, `${one}, ${text.after}`]),
      ],
      rows: workload.queues.map(({ title, before, after, perWeek }) => [
        title,
        ...[before, after, perWeek.before, perWeek.after].map(count),
      ]),
      svg: null,
    },
    deadlines: {
      caption: text.deadlines,
      head: [text.urgency, text.before, text.after],
      rows: [...deadlines.limits]
        .reverse()
        .map(({ urgency, busiest: days }) => [
          words.codes.urgencies[urgency],
          busiest(days.before),
          busiest(days.after),
        ]),
      svg: null,
    },
  };
}
