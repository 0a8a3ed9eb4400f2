import { describeType, fits } from '../fact-type.ts';
import type { FactType } from '../rule-set.ts';
import { noRepeats } from './plain-shapes.ts';
import { below, type Report } from './rule-set-fault.ts';

type Operand = 'is' | 'in' | 'between';

/** Whether the value compared with is one that the fact can have. */
function checkValue(type: FactType, value: unknown, path: string, report: Report): boolean {
  if (fits(type, value)) return true;
  report(path, `It must be ${describeType(type)}.`);
  return false;
}

function checkIn(type: FactType, values: unknown, path: string, report: Report): boolean {
  if (!Array.isArray(values) || values.length === 0) {
    report(path, '"in" must be a list of at least one value.');
    return false;
  }
  noRepeats(values, path, report);
  const sound = values.filter((value: unknown, place) => checkValue(type, value, below(path, place), report));
  return sound.length === values.length && new Set(values).size === values.length;
}

function checkBetween(type: FactType, range: unknown, path: string, report: Report): boolean {
  if (type.kind !== 'integer') {
    report(path, `"between" is for whole numbers; this fact is ${describeType(type)}.`);
    return false;
  }
  if (!Array.isArray(range) || range.length !== 2) {
    report(path, '"between" must be a list of two whole numbers, both ends included.');
    return false;
  }
  const sound = range.filter((end: unknown, place) => checkValue(type, end, below(path, place), report));
  if (sound.length < 2) return false;
  const [low, high] = range.map(Number);
  if (low !== undefined && high !== undefined && low <= high) return true;
  report(path, 'The first number of "between" must not be above the second.');
  return false;
}

/** Checks what a fact of this type is compared with. */
export function checkOperand(type: FactType, operand: Operand, value: unknown, path: string, report: Report): boolean {
  switch (operand) {
    case 'is':
      return checkValue(type, value, path, report);
    case 'in':
      return checkIn(type, value, path, report);
    case 'between':
      return checkBetween(type, value, path, report);
    default:
      return operand satisfies never;
  }
}
