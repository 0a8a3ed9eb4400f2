import type { DayForecast, FrontDoorForecast } from '#clocks';
import type { ForecastResponse } from './clocks.response.ts';

export function presentForecast(forecast: FrontDoorForecast): ForecastResponse {
  const { asAt, pace, waiting, overdueNow, today, nextWorkingDay, warns } = forecast;
  const workingHours = Math.round(pace.workingHours * 10) / 10;
  return {
    asAt: asAt.toISOString(),
    waiting,
    overdueNow,
    pace: { decisions: pace.decisions, workingHours, since: pace.from.toISOString() },
    today: presentDay(today),
    nextWorkingDay: presentDay(nextWorkingDay),
    warns,
    assumptions: [
      `The team goes on as in the last two weeks: ${counted(pace.decisions, 'decision')} in ${String(workingHours)} working hours.`,
      'Cases are decided in the order of the worklist, and nothing that comes in later is decided before them.',
      'Nobody decides between close and opening.',
      'Only records that you may see are counted.',
    ],
  };
}

function presentDay({ date, until, expected, low, high, chanceOfAny, byQueue }: DayForecast) {
  const queues = byQueue.map((each) => ({ queue: each.queue, expected: each.expected }));
  return { date, until: until.toISOString(), expected, interval80: { low, high }, chanceOfAny, byQueue: queues };
}

function counted(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}
