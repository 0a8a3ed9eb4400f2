import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import * as autoscaling from 'kubernetes-models/autoscaling/v2';
import * as apps from 'kubernetes-models/apps/v1';
import * as batch from 'kubernetes-models/batch/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as core from 'kubernetes-models/v1';
import { parseAllDocuments } from 'yaml';
import { Environment, METRICS } from '#platform';

type Labels = Readonly<Record<string, string>>;

interface Container {
  readonly image: string;
  readonly command: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly envFrom?: readonly unknown[];
  readonly ports?: readonly { readonly name: string }[];
  readonly securityContext: object;
  readonly resources: { readonly requests: object; readonly limits: Labels };
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
}

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Labels;
  readonly spec?: Spec;
}

interface Spec {
  readonly selector?: Labels & { readonly matchLabels?: Labels };
  readonly scaleTargetRef?: { readonly kind: string; readonly name: string };
  readonly metrics?: readonly {
    readonly external?: { readonly metric: { readonly name: string; readonly selector: { matchLabels: Labels } } };
  }[];
  readonly podSelector?: object;
  readonly policyTypes?: readonly string[];
  readonly ingress?: readonly {
    from: readonly { namespaceSelector: { matchLabels: Labels } }[];
    ports: readonly { port: string }[];
  }[];
  readonly template?: { readonly metadata: { readonly labels: Labels }; readonly spec: PodSpec };
}

interface PodSpec {
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: object;
  readonly containers: readonly Container[];
}

const FOLDER = 'docker/k8s';
const MODELS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  v1: core,
  'apps/v1': apps,
  'batch/v1': batch,
  'policy/v1': policy,
  'autoscaling/v2': autoscaling,
  'networking.k8s.io/v1': networking,
};
/** Settings of commands, which are no processes. */
const OF_COMMANDS = ['MIGRATION_DATABASE_URL'];

const manifests = readdirSync(FOLDER).flatMap((file) =>
  parseAllDocuments(readFileSync(`${FOLDER}/${file}`, 'utf8'), { merge: true }).map((each) => each.toJS() as Manifest),
);
const ofKind = (...kinds: string[]): Manifest[] => manifests.filter(({ kind }) => kinds.includes(kind));
const services = ofKind('Deployment', 'StatefulSet');
const workloads = [...services, ...ofKind('Job')];

describe('the manifests for Kubernetes', () => {
  it.each(manifests.map((manifest): [string, Manifest] => [`${manifest.kind} ${manifest.metadata.name}`, manifest]))(
    'are what its schemas ask for, without a field that they do not know: %s',
    (_, manifest) => {
      expect(faultsOf(manifest)).toEqual([]);
    },
  );

  it('would be told of a missing, a wrong and an unknown field', () => {
    const [planted] = services;
    const spec = { ...planted?.spec, template: undefined, minReadySeconds: 'soon', replicass: 2 };
    const faults = faultsOf({ ...planted, spec } as unknown as Manifest).join('\n');

    expect(faults).toMatch(/template/);
    expect(faults).toMatch(/minReadySeconds/);
    expect(faults).toMatch(/unknown: \/spec\/replicass/);
  });

  it('name settings that exist, and hold no secret', () => {
    const known = [...settingNames(), ...OF_COMMANDS];
    const given = workloads.flatMap((workload) => containersOf(workload).flatMap(({ env = [] }) => env));
    const names = [
      ...given.map(({ name }) => name.replace(/_FILE$/, '')),
      ...Object.keys(ofKind('ConfigMap')[0]?.data ?? {}),
    ];

    // A setting that is a file by itself.
    const isSetting = (name: string): boolean => known.includes(name) || known.includes(`${name}_FILE`);
    expect(names.filter((name) => !isSetting(name))).toEqual([]);
    expect(given.filter(({ value }) => !/^\/(run\/secrets|witness)\//.test(value))).toEqual([]);
    expect(ofKind('Secret')).toEqual([]);
  });

  it('give each process the database role that is its own, and the signing key to the worker alone', () => {
    const settingsOf = (name: string): string[] =>
      manifests
        .filter(({ kind, metadata }) => kind !== 'Service' && metadata.name === `front-door-${name}`)
        .flatMap((manifest) => containersOf(manifest).flatMap(({ env = [] }) => env.map((each) => each.name)));

    for (const name of ['api', 'web']) {
      expect(settingsOf(name)).toContain('DATABASE_URL_FILE');
      expect(settingsOf(name)).not.toContain('ENGINE_DATABASE_URL_FILE');
      expect(settingsOf(name)).not.toContain('AUDIT_SIGNING_KEY_FILE');
    }
    expect(settingsOf('worker')).toEqual(
      expect.arrayContaining(['ENGINE_DATABASE_URL_FILE', 'AUDIT_SIGNING_KEY_FILE']),
    );
    expect(settingsOf('worker')).not.toContain('DATABASE_URL_FILE');
    for (const name of ['api', 'web', 'worker']) expect(settingsOf(name)).not.toContain('MIGRATION_DATABASE_URL_FILE');
  });
});

describe.each(workloads.map((workload): [string, Manifest] => [workload.metadata.name, workload]))(
  '%s',
  (_, workload) => {
    const pod = workload.spec?.template?.spec;

    it('runs as nobody in particular, on a disk that it cannot write, with no right of the cluster', () => {
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      });
      for (const container of containersOf(workload)) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(container.resources.limits['memory']).toBeTruthy();
        expect(container.image).toMatch(/:\d+\.\d+\.\d+$/);
      }
    });

    it('runs a file that the build makes', () => {
      for (const { command } of containersOf(workload)) {
        expect(
          readFileSync(`${(command[1] ?? '').replace(/^dist\//, '').replace(/\.js$/, '')}.ts`, 'utf8'),
        ).toBeTruthy();
      }
    });
  },
);

describe.each(services.map((service): [string, Manifest] => [service.metadata.name, service]))(
  '%s',
  (name, service) => {
    const [container] = containersOf(service);

    it('is watched at ports that it has', () => {
      const probes = [container?.startupProbe, container?.livenessProbe, container?.readinessProbe];
      const ports = container?.ports?.map((port) => port.name);

      expect(probes[0]).toBeDefined();
      expect(probes[1]).toBeDefined();
      for (const probe of probes) {
        if (probe !== undefined) expect(ports).toContain(probe.httpGet.port);
      }
      // What restarts a process must not depend on the database.
      expect(container?.livenessProbe?.httpGet.path).not.toBe('/health/ready');
    });

    it('is found by its own selectors, disrupted one at a time, and scaled', () => {
      const labels = service.spec?.template?.metadata.labels;
      const named = (kind: string): Spec | undefined =>
        ofKind(kind).find(({ metadata }) => metadata.name === name)?.spec;

      expect(service.spec?.selector?.matchLabels).toEqual(labels);
      expect(named('Service')?.selector).toEqual(labels);
      expect(named('PodDisruptionBudget')).toMatchObject({ maxUnavailable: 1, selector: { matchLabels: labels } });
      expect(named('HorizontalPodAutoscaler')?.scaleTargetRef).toMatchObject({ kind: service.kind, name });
    });
  },
);

describe('scaling', () => {
  it('of workers follows metrics that exist', () => {
    const external = ofKind('HorizontalPodAutoscaler')
      .flatMap(({ spec }) => spec?.metrics ?? [])
      .flatMap((each) => each.external ?? []);

    expect(external).not.toEqual([]);
    for (const { metric } of external) {
      const definition = Object.entries(METRICS).find(([name]) => name === metric.name)?.[1];
      expect(definition?.labels).toEqual(Object.keys(metric.selector.matchLabels));
    }
  });
});

describe('the network', () => {
  const policies = ofKind('NetworkPolicy').map(({ spec }) => spec);

  it('lets nothing through by itself', () => {
    expect(policies).toContainEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  });

  it('lets the monitoring alone to the figures, and the ingress to the rest', () => {
    const ways = policies
      .flatMap((spec) => spec?.ingress ?? [])
      .flatMap(({ from, ports }) =>
        from.flatMap(({ namespaceSelector }) =>
          ports.map(({ port }) => [port, ...Object.values(namespaceSelector.matchLabels)]),
        ),
      );

    expect(ways).toEqual([
      ['http', 'ingress'],
      ['metrics', 'monitoring'],
    ]);
  });
});

function containersOf({ spec }: Manifest): readonly Container[] {
  return spec?.template?.spec.containers ?? [];
}

function settingNames(): string[] {
  const checks = getMetadataStorage().getTargetValidationMetadatas(Environment, '', false, false);
  return checks.map(({ propertyName }) => propertyName);
}

/** By the schema, which lets unknown fields pass: those are the ones that its check never looks at. */
function faultsOf(manifest: Manifest): string[] {
  const model = MODELS[manifest.apiVersion]?.[manifest.kind] as { prototype: { validate(): void } } | undefined;
  if (model === undefined) return [`No schema for ${manifest.apiVersion} ${manifest.kind}`];
  const seen = new Set<string>();
  const faults: string[] = [];
  try {
    model.prototype.validate.call(watched(manifest, '', seen));
  } catch (error: unknown) {
    faults.push(String(error));
  }
  const unknown = pathsIn(manifest, '').filter((path) => !seen.has(path));
  return [...faults, ...unknown.map((path) => `unknown: ${path}`)];
}

/** A copy that notes by its path whatever is looked at. */
function watched(value: object, path: string, seen: Set<string>): object {
  return new Proxy(value, {
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key);
      if (typeof key !== 'string') return found;
      seen.add(`${path}/${key}`);
      return typeof found === 'object' && found !== null ? watched(found, `${path}/${key}`, seen) : found;
    },
  });
}

function pathsIn(value: object, path: string): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const own = `${path}/${key}`;
    return typeof inner === 'object' && inner !== null ? [own, ...pathsIn(inner, own)] : [own];
  });
}
