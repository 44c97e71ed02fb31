// Jest's module map does not reach the global setup, which runs outside of the tests: resolve our aliases here.
const Module = require('node:module');
const path = require('node:path');

const libs = path.join(__dirname, '../../libs');
const resolve = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  const alias = /^@(platform|domain)\/([^/]+)$/.exec(request);
  return resolve.call(this, alias ? path.join(libs, alias[1], alias[2], 'src/index.ts') : request, ...rest);
};
