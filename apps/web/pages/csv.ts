import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';

export type Cell = string | number | null;

/** Sends lines as a file for a spreadsheet. What people wrote cannot run as a formula there; empty is what is not known. */
export function sendCsv(reply: FastifyReply, name: string, head: readonly string[], rows: readonly Cell[][]): void {
  void reply
    .type('text/csv; charset=utf-8')
    .header('Content-Disposition', `attachment; filename="${name}.csv"`)
    .send(csvOf(head, rows));
}

/** With a byte order mark, by which spreadsheets know the letters of Welsh. */
export function csvOf(head: readonly string[], rows: readonly Cell[][]): string {
  return stringify([[...head], ...rows], { bom: true, escape_formulas: true });
}
