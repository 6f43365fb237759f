/**
 * The rules a machine can hold about single files. How files may depend on each other stands in `.dependency-cruiser.cjs`.
 */
import { builtinRules } from 'eslint/use-at-your-own-risk';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { mockNeedsReason } from './scripts/lint/mock-needs-reason.mjs';

const house = {
  rules: {
    'mock-needs-reason': mockNeedsReason,
    // One rule has one severity; the second limit needs a second name.
    'max-lines-hard': builtinRules.get('max-lines'),
  },
};

const lines = (max) => ({ max, skipBlankLines: true, skipComments: true });

const NO_ENVIRONMENT = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'The environment is read in app/infrastructure/env.server.ts alone.',
};
const NO_TRY_IN_TRANSACTION = {
  selector: 'CallExpression:matches([callee.name="inTransaction"], [callee.property.name="$transaction"]) TryStatement',
  message: 'PostgreSQL has aborted the transaction: translate errors outside, with db-errors.server.ts.',
};
const WALL_CLOCK = {
  selector: 'CallExpression[callee.property.name=/^(get|set)(Hours|Minutes|Day|Date|Month|FullYear|TimezoneOffset)$/]',
  message: 'Wall-clock time is computed in app/lib/local-time.ts alone.',
};
const NO_CLOCK = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: '`now` is a parameter.' },
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: '`now` is a parameter.' },
];
const MONEY = [
  {
    selector:
      'BinaryExpression[operator=/^[-+*\\u002f%]$/]:matches([left.name=/Ore$/], [right.name=/Ore$/], [left.property.name=/Ore$/], [right.property.name=/Ore$/])',
    message: 'Money is computed in app/lib/money.ts alone.',
  },
  {
    selector: 'AssignmentExpression[operator=/^[-+*\\u002f]=$/]:matches([left.name=/Ore$/], [left.property.name=/Ore$/])',
    message: 'Money is computed in app/lib/money.ts alone.',
  },
];
const EVERYWHERE = [NO_ENVIRONMENT, NO_TRY_IN_TRANSACTION, WALL_CLOCK];
const restrict = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules.flat()] });

export default tseslint.config(
  { ignores: ['build/', '.data/', 'node_modules/', 'public/', 'app/infrastructure/generated/', 'playwright-report/', 'test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { house } },
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    rules: {
      'max-lines': ['warn', lines(250)],
      'house/max-lines-hard': ['error', lines(400)],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  { files: ['app/**/*.{ts,tsx}'], rules: restrict(EVERYWHERE) },
  { files: ['app/{modules,lib}/**/*.ts'], rules: restrict(EVERYWHERE, NO_CLOCK, MONEY) },
  { files: ['app/lib/money.ts'], rules: restrict(EVERYWHERE, NO_CLOCK) },
  { files: ['app/lib/local-time.ts'], rules: restrict(NO_ENVIRONMENT, NO_CLOCK, MONEY) },
  { files: ['app/infrastructure/env.server.ts'], rules: restrict(NO_TRY_IN_TRANSACTION, WALL_CLOCK) },
  {
    files: ['app/**/*.{ts,tsx}'],
    // The second file only wraps an instant for a library that reads local fields; apart, so that no page has to load it.
    ignores: ['app/lib/local-time.ts', 'app/lib/local-time.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@date-fns/tz', message: 'Wall-clock time is computed in app/lib/local-time.ts alone.' }] },
      ],
    },
  },
  {
    files: ['app/components/**/*.{ts,tsx}', 'app/routes/**/*.tsx', 'app/root.tsx'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['app/components/**/*.{ts,tsx}'],
    rules: { 'no-restricted-globals': ['error', { name: 'fetch', message: 'Components show what loaders load.' }] },
  },
  { files: ['app/routes/**/*.{ts,tsx}'], rules: { 'house/max-lines-hard': ['error', lines(150)] } },
  // Remix answers by throwing a Response.
  { files: ['app/{routes,http}/**/*.{ts,tsx}', 'app/root.tsx'], rules: { '@typescript-eslint/only-throw-error': 'off' } },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'],
    rules: {
      'house/mock-needs-reason': 'error',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
