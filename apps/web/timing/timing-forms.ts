import { BREACH_REASONS, type ClockDetail, MILESTONE_SOURCES } from '#clocks';
import { MILESTONES } from '#domain';
import { type Field, optionsOf } from '../records/field.ts';
import type { FactRow, FormPage } from '../records/form-page.ts';
import type { CaseVisit } from '../records/record-desk.ts';
import type { Words } from '../words/words.ts';
import { pauseReason } from './clocks-page.presenter.ts';

const LONGEST_NOTE = 4_000;
const LONGEST_HANDOVER = 8_000;

function frameOf({ base }: CaseVisit): Pick<FormPage, 'section' | 'back'> {
  return { section: 'clocks', back: `${base}/clocks` };
}

export function pauseForm(visit: CaseVisit, detail: ClockDetail): FormPage {
  const { words } = visit;
  const { pauseForm: text } = words.timing;
  const options = (detail.definition?.pauses ?? []).map(({ code }) => ({
    value: code,
    text: pauseReason(code, detail, words),
  }));
  return {
    ...frameOf(visit),
    ...{ title: text.title(kindOf(detail, words)), lead: [text.lead], send: text.send, needs: 'clock.pause' },
    fields: [
      { kind: 'choice', name: 'reason', label: text.reason, missing: text.reasonMissing, options },
      noteField(words),
    ],
  };
}

export function resumeForm(visit: CaseVisit, detail: ClockDetail): FormPage {
  const { resumeForm: text } = visit.words.timing;
  return {
    ...frameOf(visit),
    ...{ title: text.title(kindOf(detail, visit.words)), lead: [text.lead], send: text.send, needs: 'clock.pause' },
    fields: [],
  };
}

export function breachForm(visit: CaseVisit, detail: ClockDetail): FormPage {
  const { words } = visit;
  const { reasonForm: text } = words.timing;
  const options = optionsOf(BREACH_REASONS, words.codes.breachReasons);
  return {
    ...frameOf(visit),
    ...{ title: text.title(kindOf(detail, words)), lead: [text.lead], send: text.send, needs: 'milestone.record' },
    fields: [
      { kind: 'choice', name: 'reason', label: text.reason, missing: text.reasonMissing, options },
      noteField(words),
    ],
  };
}

export function milestoneForm(visit: CaseVisit): FormPage {
  const { words } = visit;
  const { milestoneForm: text } = words.timing;
  const milestones = optionsOf(MILESTONES, words.codes.milestones);
  const sources = optionsOf(MILESTONE_SOURCES, words.codes.milestoneSources);
  return {
    ...frameOf(visit),
    ...{ title: text.title, lead: [text.lead], send: text.send, needs: 'milestone.record' },
    places: { happenedAt: { at: 'happenedAt-day', text: text.atFuture } },
    fields: [
      { kind: 'choice', name: 'milestone', label: text.milestone, missing: text.milestoneMissing, options: milestones },
      { kind: 'moment', name: 'happenedAt', label: text.at, missing: text.atMissing, past: true },
      { kind: 'choice', name: 'source', label: text.source, missing: text.sourceMissing, options: sources },
    ],
  };
}

export function handoverForm(visit: CaseVisit): FormPage {
  const { handoverForm: text } = visit.words.timing;
  return {
    ...frameOf(visit),
    ...{ title: text.title, lead: [text.lead], send: text.send, needs: 'case.hand_over' },
    fields: [
      {
        ...{ kind: 'prose', name: 'actions', label: text.actions, hint: text.actionsHint },
        ...{ missing: text.actionsMissing, longest: LONGEST_HANDOVER },
      },
    ],
  };
}

/** `rows`: what was handed over. */
export function acceptForm(visit: CaseVisit, rows: readonly FactRow[]): FormPage {
  const { acceptForm: text } = visit.words.timing;
  return {
    ...frameOf(visit),
    ...{ title: text.title, lead: [text.lead], rows, send: text.send, needs: 'case.hand_over', fields: [] },
  };
}

function kindOf({ clock }: ClockDetail, { codes }: Words): string {
  return codes.clockKinds[clock.kind];
}

function noteField({ timing }: Words): Field {
  return { kind: 'prose', name: 'note', label: timing.note, longest: LONGEST_NOTE };
}
