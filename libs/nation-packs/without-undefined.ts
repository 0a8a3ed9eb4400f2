type Filled<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out the fields that have no value: an absent field and an undefined one are not the same in stored rules. */
export function withoutUndefined<T extends object>(value: T): Filled<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Filled<T>;
}
