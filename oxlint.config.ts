import { walls } from './scripts/walls.ts';

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'vitest', 'promise'],
  options: { typeAware: true },
  ignorePatterns: ['**/node_modules', '**/dist', 'ci-output', 'data'],
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    'import/no-cycle': 'error',
    'no-console': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/consistent-type-imports': 'error',
    // Only a test of types may expect an error, and it says which.
    'typescript/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
    'typescript/no-non-null-assertion': 'error',
    // One file, one thought: the design's ceiling.
    'max-lines': ['error', { max: 400 }],
    'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    // tsc finds missing returns itself (exhaustive switches have none), and JSX needs no React in scope.
    'typescript/consistent-return': 'off',
    'react/react-in-jsx-scope': 'off',
    // The render functions of table columns are no components. We do not use the React compiler that the others serve.
    'react/no-unstable-nested-components': ['error', { allowAsProps: true }],
    'react/incompatible-library': 'off',
    'react/immutability': 'off',
    // An effect may run again for a value it does not read: a line that is back, a box that is new. What it reads and does
    // not name is still an error (react-hooks/exhaustive-deps).
    'react/exhaustive-effect-dependencies': 'off',
    // Sorting or spreading a fresh value is fine, and asserting is how parsed JSON and narrow codes get their type.
    'unicorn/no-array-sort': 'off',
    'typescript/no-misused-spread': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    // Wrong more often than right here: conditional types, flags that a callback changes, libraries with both exports.
    'typescript/no-generated-empty-object-type': 'off',
    'eslint/no-unmodified-loop-condition': 'off',
    'import/no-named-as-default-member': 'off',
    'promise/always-return': 'off',
    // A test may keep its small functions beside what they explain.
    'unicorn/consistent-function-scoping': 'off',
    'vitest/require-to-throw-message': 'off',
    'vitest/no-conditional-expect': 'off',
  },
  overrides: [
    {
      files: ['domain/src/**'],
      rules: {
        // The domain has no clock, no randomness and no outside world: whoever calls it passes them in.
        'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'crypto', 'performance'],
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
          { object: 'Math', property: 'random', message: 'Take the random number as an argument.' },
        ],
      },
    },
    ...walls.map(({ files, refused }) => ({
      files: [...files],
      rules: { 'no-restricted-imports': ['error', { patterns: [...refused] }] },
    })),
    {
      // Written by `npm run tables`.
      files: ['server/src/database/tables.ts'],
      rules: { 'max-lines': 'off' },
    },
    {
      files: ['server/src/cli/**', 'server/src/main.ts', 'scripts/**', 'bench/**', 'world/src/**', 'e2e/**'],
      rules: { 'no-console': 'off' },
    },
  ],
};
