// Jest cannot require() packages that ship only ES modules (plain Node 20.19 can): those are compiled to CommonJS
// by SWC and cached. CommonJS files pass through, but for import(), which Jest's CommonJS mode cannot do: it becomes require().
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const swc = require('@swc/core');

const typeOfFolder = new Map();

function isModuleFolder(folder) {
  const known = typeOfFolder.get(folder);
  if (known !== undefined) return known;
  const manifest = path.join(folder, 'package.json');
  const parent = path.dirname(folder);
  let answer = false;
  if (fs.existsSync(manifest)) answer = JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
  else if (parent !== folder) answer = isModuleFolder(parent);
  typeOfFolder.set(folder, answer);
  return answer;
}

function isEsm(file) {
  if (file.endsWith('.mjs')) return true;
  if (file.endsWith('.cjs') || file.endsWith('.json')) return false;
  return isModuleFolder(path.dirname(file));
}

module.exports = {
  getCacheKey: (source, file) =>
    crypto
      .createHash('sha1')
      .update(`2|${swc.version}|${file}|`)
      .update(isEsm(file) || source.includes('await import(') ? source : 'cjs')
      .digest('hex'),
  process(source, file) {
    if (!isEsm(file)) return { code: source.replace(/\bawait import\((['"][^'"]+['"])\)/g, 'require($1)') };
    return swc.transformSync(source, {
      filename: file,
      swcrc: false,
      configFile: false,
      sourceMaps: false,
      jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022', keepClassNames: true },
      module: { type: 'commonjs', ignoreDynamic: false },
    });
  },
};
