/** A question of a form as data: the same on every page, in every language and for the mapping to a referral. */
export type Control = Line | Prose | One | Many | Day | Amount | Moment;

interface Asked {
  /** Unique in the draft: the word key, behind the number of the child or adult it is about. */
  readonly name: string;
  /** By which the words of every page are found: the name without a number. */
  readonly key: string;
}

/** One line of text. */
interface Line extends Asked {
  readonly kind: 'line';
  readonly most: number;
  readonly needed?: true;
  readonly use?: 'tel' | 'email' | 'postcode';
}

/** Free text. */
interface Prose extends Asked {
  readonly kind: 'prose';
  readonly most: number;
  readonly needed?: true;
}

/** One answer of several; an answer may open further questions. */
interface One extends Asked {
  readonly kind: 'one';
  readonly options: readonly string[];
  readonly opens: Readonly<Record<string, readonly Control[]>>;
  readonly needed?: true;
}

/** Any number of answers. */
interface Many extends Asked {
  readonly kind: 'many';
  readonly options: readonly string[];
  /** Rules all others out. */
  readonly alone?: string;
}

/** A day, typed as day, month and year. */
interface Day extends Asked {
  readonly kind: 'day';
}

/** A whole number, or one with a fraction where `fraction` says so. */
interface Amount extends Asked {
  readonly kind: 'amount';
  readonly most: number;
}

/** A day with a time of the clock. */
interface Moment extends Asked {
  readonly kind: 'moment';
}

/** Names of everything that is typed for a control, those that its answers open included. */
export function fieldNamesOf(control: Control): string[] {
  switch (control.kind) {
    case 'day':
      return dayParts(control.name);
    case 'moment':
      return [...dayParts(control.name), `${control.name}-time`];
    case 'one':
      return [control.name, ...Object.values(control.opens).flat().flatMap(fieldNamesOf)];
    case 'line':
    case 'prose':
    case 'many':
    case 'amount':
      return [control.name];
  }
}

export function dayParts(name: string): [string, string, string] {
  return [`${name}-day`, `${name}-month`, `${name}-year`];
}
