import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import { secondsSoFar } from '../machine.ts';
import type { Figure } from './figure.ts';
import { machineFacts } from './machine-facts.ts';
import type { ReportFile } from './report-file.ts';
import { markdownOf } from './markdown.ts';
import { KEPT_FOLDER, writeKeptSummary } from './summary.ts';

const KEEP = '--keep';
/** Reports of every day; those in `KEPT_FOLDER` stand in the repository. */
const OTHER_FOLDER = '.bench';

/** The arguments of a bench that are its own. */
export function benchArguments(): string[] {
  return process.argv.slice(2).filter((argument) => argument !== KEEP);
}

/** Collects the figures of one bench and writes them as Markdown and as JSON. */
export class BenchReport {
  private readonly facts: Record<string, string> = machineFacts();
  private readonly figures: Figure[] = [];
  private readonly notes: string[] = [];
  private readonly foreign: number[] = [];

  constructor(
    /** The bench's name on the command line. */
    private readonly bench: string,
    /** One or two sentences: what is compared with what. */
    private readonly about: string,
  ) {}

  /** Something a reader must know: settings, sizes, versions. */
  fact(name: string, value: string): void {
    this.facts[name] = value;
  }

  /** A sentence below the figures. */
  note(sentence: string): void {
    this.notes.push(sentence);
  }

  add(...figures: readonly Figure[]): void {
    this.figures.push(...figures);
  }

  /** Remembers how busy others were meanwhile. */
  watched({ foreignCpu }: { readonly foreignCpu: readonly (number | null)[] }): void {
    this.foreign.push(...foreignCpu.filter((share) => share !== null));
  }

  /** Prints the report and writes both files: to `docs/bench` with `--keep`, else to `.bench`, which is not kept. */
  async write(): Promise<void> {
    const file = this.finished();
    const isKept = process.argv.includes(KEEP);
    const folder = isKept ? KEPT_FOLDER : OTHER_FOLDER;
    const name = isKept ? this.bench : `${this.bench}-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`;
    await mkdir(folder, { recursive: true });
    const markdown = await format(markdownOf(file), { parser: 'markdown', printWidth: 120 });
    await writeFile(path.join(folder, `${name}.md`), markdown);
    const json = await format(JSON.stringify(file), { parser: 'json', printWidth: 120 });
    await writeFile(path.join(folder, `${name}.json`), json);
    if (isKept) await writeKeptSummary();
    console.log(`${markdown}\nWritten to ${path.join(folder, name)}.md and .json; ${secondsSoFar()}`);
  }

  private finished(): ReportFile {
    const busy =
      this.foreign.length === 0
        ? 'not known'
        : `median ${percent(this.foreign.toSorted((a, b) => a - b)[this.foreign.length >> 1] ?? 0)}, most ${percent(Math.max(...this.foreign))} of the processors`;
    const facts = { ...this.facts, 'used by others meanwhile': busy };
    return { bench: this.bench, about: this.about, facts, figures: this.figures, notes: this.notes };
  }
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
