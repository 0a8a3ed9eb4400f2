/** One reason why a rule set does not load: a JSON pointer (RFC 6901) to the place and a plain sentence. */
export interface RuleSetFault {
  readonly path: string;
  readonly message: string;
}

export type Report = (path: string, message: string) => void;

/** For asking whether something is sound without reporting its faults a second time. */
export const SILENTLY: Report = () => undefined;

export function below(path: string, key: string | number): string {
  if (typeof key === 'number' || !/[~/]/.test(key)) return `${path}/${key}`;
  return `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
