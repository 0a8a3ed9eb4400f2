import type { Figure } from './figure.ts';

/** A report as it stands in its file; `compare` reads two of them. */
export interface ReportFile {
  readonly bench: string;
  readonly about: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
}
