// Packages published as ES modules only: jest runs CommonJS, so they are transformed like our own code.
const esmOnly = [
  'marked',
  'htmlparser2',
  'entities',
  'domhandler',
  'domutils',
  'dom-serializer',
  'domelementtype',
  'fuse.js',
  'kysely',
  'strip-bom',
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // One for each processor: jest would leave one free, and much of a test that starts processes is waiting for them.
  maxWorkers: '100%',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.(t|j)s$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmOnly.join('|')})/)`],
};
