// Lets a plain `node -r` run our TypeScript: for tests that need a process of their own, to be killed.
const Module = require('node:module');
const swc = require('@swc/core');
require('./alias-paths.js');

Module._extensions['.ts'] = (module, filename) => {
  const { code } = swc.transformFileSync(filename, {
    swcrc: false,
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};
