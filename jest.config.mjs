/** The same `imports` map as at run time; the `source` condition points it at the TypeScript sources. */
const common = {
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { rewriteRelativeImportExtensions: false } }] },
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
};

const database = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  // A service takes its time to stop on a machine that is busy with the other tests.
  testTimeout: 20_000,
  // Modules of a test file are not given back while its worker lives: anew, before it does little but look for memory.
  workerIdleMemoryLimit: '1GB',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps,test/bench,test/simulation}/**/*.spec.ts'] },
    { ...common, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    { ...common, ...database, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.int-spec.ts'] },
    { ...common, ...database, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'] },
    { ...common, ...database, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.fault-spec.ts'] },
    { ...common, ...database, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.e2e-spec.ts'] },
  ],
};
