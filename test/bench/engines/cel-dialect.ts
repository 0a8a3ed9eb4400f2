import type { Dialect } from './infix.ts';

/** Common Expression Language; the number literals differ between its two implementations. */
export const CEL: Omit<Dialect, 'literal'> = {
  and: '&&',
  or: '||',
  not: (inner) => `!(${inner})`,
  equals: (name, value) => `${name} == ${value}`,
  oneOf: (name, values) => `${name} in [${values.join(', ')}]`,
  between: (name, low, high) => `(${name} >= ${low} && ${name} <= ${high})`,
  count: (inner) => `(${inner} ? 1 : 0)`,
};
