import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { PURE, RANKS } from './ranks.mjs';

const NO_TYPEORM = { name: 'typeorm', message: 'Apps call use cases; only libraries talk to the database.' };
const NO_PACKAGE_LIBRARY = {
  group: ['node:*', '@nestjs/*', 'typeorm', 'pg', 'bullmq', 'fastify'],
  message: 'This library is pure.',
};

const FORBIDDEN_EVERYWHERE = [
  {
    selector: "CallExpression[callee.name='forwardRef']",
    message: 'Ranks make cycles impossible: send an outbox message.',
  },
  {
    selector: "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|fn|spyOn)$/]",
    message: 'Real parts: nothing of ours is mocked.',
  },
  {
    selector: "CallExpression[callee.property.name='forFeature'], Property[key.name='synchronize'][value.value=true]",
    message: 'The schema comes from migrations.',
  },
];

const HIDDEN_INPUTS = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time arrives as an argument.' },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time arrives as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'No randomness here.',
  },
];

/** Imports that a library's rank forbids; deep imports past an index.ts are impossible, since `#name` names only that. */
function rankRules(library) {
  const tooHigh = Object.keys(RANKS).filter((other) => RANKS[other] >= RANKS[library]);
  const patterns = [
    {
      regex: `^#(${tooHigh.join('|')})$`,
      message: `${library} (rank ${RANKS[library]}) imports only lower ranks.`,
    },
    { group: ['**/apps/**'], message: 'Libraries know nothing of apps.' },
  ];
  if (PURE.includes(library)) patterns.push(NO_PACKAGE_LIBRARY);
  return {
    files: [`libs/${library}/**/*.ts`],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '.data/', 'coverage/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Deprecated only to stand out: an issuer without TLS, which production refuses.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      // Nest declares its option objects as classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      complexity: ['error', 10],
      'max-lines': ['error', 300],
      'max-params': ['error', 5],
      'max-lines-per-function': ['error', 40],
      'no-empty': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...FORBIDDEN_EVERYWHERE],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings come from Environment.' },
      ],
    },
  },
  {
    // What runs in the browser: plain modules, since the same file is served that stands here.
    files: ['apps/web/browser/**/*.js'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 40],
      'no-console': 'error',
      'no-empty': 'error',
    },
  },
  ...Object.keys(RANKS).map(rankRules),
  {
    files: PURE.map((library) => `libs/${library}/**/*.ts`),
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...FORBIDDEN_EVERYWHERE, ...HIDDEN_INPUTS] },
  },
  { files: ['apps/**/*.ts'], rules: { 'no-restricted-imports': ['error', { paths: [NO_TYPEORM] }] } },
  {
    files: [
      'libs/platform/config/load-environment.ts',
      'apps/standalone/main.ts',
      'apps/cli/setting.ts',
      // How long it looks for a difference.
      'libs/deadlines/due-at.property.spec.ts',
      'test/**/*.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // The development issuer silences one library's known warnings; nothing of ours writes to the console.
    files: ['apps/standalone/development-issuer.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts', 'libs/*/testing/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
  { files: ['migrations/*.ts', 'libs/deadlines/bank-holidays.data.ts'], rules: { 'max-lines': 'off' } },
);
