import type { Language } from '#domain';
import type { DayForecast, FrontDoorForecast } from '#clocks';
import { chartSvg } from '../charts/chart.ts';
import { momentIn } from '../pages/moments.ts';
import type { Words } from '../words/words.ts';
import type { Names } from './names.ts';

export interface ForecastView {
  readonly asAt: Date;
  readonly warns: boolean;
  readonly figures: readonly { readonly label: string; readonly number: string; readonly note: string | null }[];
  /** As the macro of charts takes it; `null` where nothing is expected. */
  readonly chart: {
    readonly svg: string;
    readonly caption: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  } | null;
  readonly assumptions: readonly string[];
}

export function presentForecast(
  forecast: FrontDoorForecast,
  names: Names,
  language: Language,
  words: Words,
): ForecastView {
  const text = words.oversight.forecast;
  const { today, nextWorkingDay, pace } = forecast;
  return {
    asAt: forecast.asAt,
    warns: forecast.warns,
    figures: [
      { label: text.waiting, number: String(forecast.waiting), note: null },
      { label: text.overdue, number: String(forecast.overdueNow), note: null },
      { label: text.today, ...expectedIn(today, language, words) },
      { label: text.next, ...expectedIn(nextWorkingDay, language, words) },
    ],
    chart: chartOf(forecast, names, words),
    assumptions: [text.pace(pace.decisions, Math.round(pace.workingHours * 10) / 10), ...text.assumptions],
  };
}

function expectedIn({ expected, low, high, until }: DayForecast, language: Language, words: Words) {
  const { between, until: untilWords } = words.oversight.forecast;
  return {
    number: String(Math.round(expected)),
    note: `${between(low, high)}, ${untilWords(momentIn(language, until))}`,
  };
}

function chartOf({ today, nextWorkingDay }: FrontDoorForecast, names: Names, words: Words): ForecastView['chart'] {
  const text = words.oversight.forecast;
  const queues = [...new Set([...today.byQueue, ...nextWorkingDay.byQueue].map(({ queue }) => queue))];
  if (queues.length === 0) return null;
  const inDay = ({ byQueue }: DayForecast, queue: string): number =>
    byQueue.find((each) => each.queue === queue)?.expected ?? 0;
  return {
    svg: chartSvg({
      kind: 'bar',
      title: text.byQueue,
      categories: queues.map((queue) => names.team(queue)),
      series: [
        { name: text.todayShort, values: queues.map((queue) => inDay(today, queue)) },
        { name: text.nextShort, values: queues.map((queue) => inDay(nextWorkingDay, queue)) },
      ],
    }),
    caption: text.byQueue,
    head: [text.team, text.todayShort, text.nextShort],
    rows: queues.map((queue) => [
      names.team(queue),
      inDay(today, queue).toFixed(1),
      inDay(nextWorkingDay, queue).toFixed(1),
    ]),
  };
}
