const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeapYear ? 29 : (DAYS[month - 1] ?? 0);
}

/** Whether a text is a day of the calendar written `YYYY-MM-DD`; such texts sort as their days do. */
export function isIsoDate(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (PATTERN.exec(text) ?? []).map(Number);
  return day >= 1 && day <= daysIn(year, month);
}
