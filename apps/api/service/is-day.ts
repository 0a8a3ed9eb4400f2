import { applyDecorators } from '@nestjs/common';
import { IsISO8601, Matches } from 'class-validator';

/** A day of the calendar, without a time. The year 0 is none that PostgreSQL knows. */
export function IsDay(): PropertyDecorator {
  const says = { message: '$property must be a day, as 2026-11-22' };
  return applyDecorators(Matches(/^(?!0000)\d{4}-\d{2}-\d{2}$/, says), IsISO8601({ strict: true }, says));
}
