/**
 * One chronology for each child across their cases and those of brothers and sisters: what happened, by the day it
 * happened, with the day it was recorded beside it. Source: domain pack S0-16, 4.5 (F6, F16, F17), 8.
 */
export { AddChronologyEvent } from './add-chronology-event.ts';
export { CHRONOLOGY_CATEGORIES, EVENT_KINDS } from './categories.ts';
export { ChronologyModule } from './chronology.module.ts';
export { type ChronologyEntry, ENTRY_RELATIONS } from './entry.ts';
export { DATE_PRECISIONS } from './event-date.ts';
export type { ChronologyDocument } from './export/chronology-document.ts';
export { EXPORT_FORMATS, ExportChronology } from './export/export-chronology.ts';
export { exportWords } from './export/export-words.ts';
export { writeDocx } from './export/write-docx.ts';
export { writePdf } from './export/write-pdf.ts';
export { LATE_AFTER_DAYS } from './lateness.ts';
export { tellEntry } from './tell-entry.ts';
export { type ChronologyPage, ReadChronology } from './read-chronology.ts';
export type { Analysis } from './store/chronology-analysis.repository.ts';
export { categoryInWords, eventKindInWords } from './words/code-words.ts';
export { WriteAnalysis } from './write-analysis.ts';
