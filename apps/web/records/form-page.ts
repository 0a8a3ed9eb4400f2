import type { Action } from '#access-policy';
import type { ErrorCode } from '#domain';
import type { FormFields } from '#sign-in';
import type { Field } from './field.ts';
import type { SectionId } from './sections.ts';

/** Something to read beside the questions. */
export interface FactRow {
  readonly key: string;
  readonly value: string;
}

/** A page below a case with one form on it, sent to the page's own address. */
export interface FormPage {
  readonly section: SectionId;
  readonly title: string;
  readonly lead?: readonly string[];
  readonly warning?: string;
  readonly rows?: readonly FactRow[];
  /** What else stands above the questions: a view with its data. */
  readonly above?: { readonly view: string; readonly data: object };
  readonly fields: readonly Field[];
  /** What is filled in before anybody types. */
  readonly defaults?: FormFields;
  /** Text of the button. */
  readonly send: string;
  /** The button stops or takes away something. */
  readonly isGrave?: boolean;
  readonly back: string;
  /** Of what is changed, where that is not the case itself. */
  readonly version?: number;
  /** Who is not allowed to do it gets no form. */
  readonly needs: Action;
  /** What refusals mean on this page, where the usual words do not say it. */
  readonly refusals?: Readonly<Partial<Record<ErrorCode, string>>>;
  /** What a fault at the first part of a pointer means, and at which field it shows. */
  readonly places?: Readonly<Record<string, { readonly at: string; readonly text: string }>>;
}
