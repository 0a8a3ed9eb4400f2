import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { register, collectDefaultMetrics } from 'prom-client';
import { parse } from 'yaml';
import { ERROR_CATALOGUE, LANES } from '#domain';
import { METRICS } from '#platform';

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const RUNBOOKS = 'docs/operations/runbooks.md';
/** Prometheus' own, of every series. */
const OF_EVERY_SERIES = ['job', 'instance', 'le'];

const read = (file: string): string => readFileSync(file, 'utf8');
const alerts = (parse(read('docker/monitoring/alerts.yaml')) as { groups: { rules: Alert[] }[] }).groups.flatMap(
  ({ rules }) => rules,
);
const dashboard = JSON.parse(read('docker/monitoring/dashboard.json')) as {
  panels: { title: string; type: string; targets?: { expr: string }[] }[];
};
const questions = [
  ...alerts.map(({ expr }) => expr),
  ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
];
const source = ['apps', 'libs'].flatMap((folder) => filesBelow(folder)).map(read);

collectDefaultMetrics();
const ofNode = new Set(register.getMetricsAsArray().map(({ name }) => name));
register.clear();

describe('alerts and dashboard', () => {
  it('ask for metrics and labels that exist', () => {
    expect(questions.flatMap((expr) => faultsOf(expr))).toEqual([]);
  });

  it('would be told of one that does not', () => {
    expect(faultsOf('max(front_door_cheerful_cases) > 1')).toEqual(['front_door_cheerful_cases']);
    expect(faultsOf('sum(front_door_outbox_waiting_bucket)')).toEqual(['front_door_outbox_waiting_bucket']);
    expect(faultsOf('front_door_outbox_waiting{child="c1"}')).toEqual(['front_door_outbox_waiting{child}']);
    expect(faultsOf('max by (lane) (front_door_figures_age_seconds)')).toEqual(['by lane']);
    expect(faultsOf('front_door_outbox_waiting{lane="slow"}')).toEqual(['lane slow']);
    expect(faultsOf('max((front_door_figures_age_seconds)')).toEqual(['parentheses']);
  });

  it('leave no metric that nobody looks at', () => {
    const unseen = Object.keys(METRICS).filter((name) => !questions.some((expr) => expr.includes(name)));

    expect(unseen).toEqual([]);
  });
});

describe('each alert', () => {
  it('has its runbook, and each runbook its alert', () => {
    const headings = [...read(RUNBOOKS).matchAll(/^## (FrontDoor\w+)$/gm)].map(([, name]) => name);

    expect(headings).toEqual(alerts.map(({ alert }) => alert));
    for (const { alert, annotations } of alerts) {
      expect(annotations['runbook']).toBe(`${RUNBOOKS}#${alert.toLowerCase()}`);
    }
  });

  it('says how urgent it is, and what happened', () => {
    for (const { labels, annotations } of alerts) {
      expect(['page', 'ticket']).toContain(labels['severity']);
      expect(annotations['summary']).toBeTruthy();
    }
  });

  it('has a runbook that says what it means for a child, what to look at, and what to do', () => {
    for (const section of read(RUNBOOKS).split(/^## /m).slice(1)) {
      for (const part of ['**Means**', '**Look**', '**Do**']) expect(section).toContain(part);
    }
  });
});

describe('each metric', () => {
  it('has somebody who measures it', () => {
    const unmeasured = Object.entries(METRICS)
      .filter(([, { kind }]) => kind !== 'gauge')
      .filter(([name]) => !source.some((text) => text.includes(`measure('${name}'`)));

    expect(unmeasured.map(([name]) => name)).toEqual([]);
  });

  it('is told of by few labels, none of them about a person', () => {
    const labels = new Set(Object.values(METRICS).flatMap(({ labels: own }) => [...own] as string[]));

    expect([...labels].sort()).toEqual([
      'authority',
      'code',
      'event',
      'lane',
      'method',
      'route',
      'state',
      'status',
      'workload',
    ]);
  });
});

describe('watching', () => {
  it('loads its packages only where it is wanted', () => {
    const packages = /from '(prom-client|@opentelemetry\/[\w-]+|bullmq-otel)'/;
    const loaders = filesBelow('libs')
      .concat(filesBelow('apps'))
      .filter((file) => packages.test(read(file)));

    expect(loaders).toEqual(['libs/platform/metrics/prometheus-registry.ts', 'libs/platform/tracing/otel-tracer.ts']);
    for (const file of loaders) {
      const name = file.slice(file.lastIndexOf('/') + 1);
      const uses = source.filter((text) => text.includes(`/${name}'`));
      expect(uses).toHaveLength(1);
      expect(uses[0]).toContain(`await import('./${name}')`);
    }
  });
});

/** Names, labels and values of a question that the service does not have. */
function faultsOf(expr: string): string[] {
  const used = [...expr.matchAll(/\b((?:front_door|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)];
  const known = used.flatMap(([, name = '']) => definitionOf(name) ?? []);
  const by = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/, */));
  const strange = by.filter((label) => !OF_EVERY_SERIES.includes(label) && !known.some((own) => own.includes(label)));
  return [
    ...(expr.split('(').length === expr.split(')').length ? [] : ['parentheses']),
    ...used.flatMap(([, name = '', matchers = '']) => faultsOfSeries(name, matchers)),
    ...strange.map((label) => `by ${label}`),
  ];
}

function faultsOfSeries(name: string, matchers: string): string[] {
  const labels = definitionOf(name);
  if (labels === null) return [name];
  return [...matchers.matchAll(/(\w+)=(~?)"([^"]*)"/g)].flatMap(([, label = '', isPattern, value = '']) => {
    if (!labels.includes(label) && !OF_EVERY_SERIES.includes(label)) return [`${name}{${label}}`];
    if (isPattern === '' && !isValue(label, value)) return [`${label} ${value}`];
    return isPattern === '' || !Object.hasOwn(VALUES, label) || valuesMatch(label, value) ? [] : [`${label} ${value}`];
  });
}

/** Labels of a series; `null` when there is none of that name. */
function definitionOf(name: string): readonly string[] | null {
  if (ofNode.has(name)) return [];
  const histogram = name.replace(/_(bucket|count|sum)$/, '');
  const definition = Object.entries(METRICS).find(([own, { kind }]) =>
    kind === 'histogram' ? own === histogram && own !== name : own === name,
  );
  return definition === undefined ? null : definition[1].labels;
}

const VALUES: Readonly<Record<string, (value: string) => boolean>> = {
  lane: (value) => LANES.some((lane) => lane === value),
  code: (value) => Object.hasOwn(ERROR_CATALOGUE, value),
  event: (value) => source.some((text) => text.includes(`'${value}'`)),
};

function isValue(label: string, value: string): boolean {
  return VALUES[label]?.(value) ?? true;
}

/** Of alternatives each is a value, or the beginning of some. */
function valuesMatch(label: string, pattern: string): boolean {
  return pattern.split('|').every((each) => {
    const [beginning = '', isBeginning] = each.split(/(\.\*)$/);
    const plain = beginning.replace(/\\\\\.|\[\.\]/g, '.');
    if (isBeginning === undefined) return isValue(label, plain);
    return source.some((text) => text.includes(`'${plain}`));
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => `${folder}/${file}`);
}
