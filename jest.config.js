const swcOptions = (extra = {}) => ({
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  ...extra,
});

/** One runner for everything: rules beside the code, behaviour in `test/` on a real PostgreSQL and a real browser. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  moduleNameMapper: {
    '^@(platform|domain)/([^/]+)$': '<rootDir>/libs/$1/$2/src',
    '\\.css$': '<rootDir>/test/support/empty-module.js',
  },
  transformIgnorePatterns: ['\\.json$'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', swcOptions()],
    '^.+\\.m?js$': '<rootDir>/test/support/esm-to-cjs.js',
  },
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/setup.ts'],
  coverageProvider: 'v8',
  testTimeout: 90_000,
  maxWorkers: 2,
};
