/** Libraries from the bottom up: a library may import those of earlier lines only (docs/architecture.md). */
const PLATFORM = [
  ['config', 'clock', 'context', 'embedded'],
  ['database'],
  ['outbox', 'access'],
  ['http', 'i18n'],
  ['jobs'],
  ['links', 'files', 'mail', 'audit', 'trace'],
  ['auth', 'notify', 'comments'],
];
const DOMAIN = [
  ['directory'],
  ['partnerships', 'pathways'],
  ['agreements', 'assessments'],
  ['action-plans'],
  ['funding', 'placements'],
  ['outcomes'],
  ['network'],
];

const LADDER = [
  ...PLATFORM.map((names) => names.map((name) => `platform/${name}`)),
  ...DOMAIN.map((names) => names.map((name) => `domain/${name}`)),
];

/** One rule per line of the ladder: nothing on the same line or further up, except within the library itself. */
const ranks = LADDER.map((names, rank) => ({
  name: `rank-${rank}-imports-downward-only`,
  comment: 'Sideways or upward: subscribe to the event of the other module.',
  severity: 'error',
  from: { path: `^libs/(${names.join('|')})/` },
  to: { path: `^libs/(${LADDER.slice(rank).flat().join('|')})/`, pathNot: '^libs/$1/' },
}));

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...ranks,
    rule(
      'libraries-stand-on-the-ladder',
      'Add a new library to the ladder in .dependency-cruiser.cjs.',
      { path: `^libs/(?!(${LADDER.flat().join('|')})/)` },
      {},
    ),
    rule(
      'index-only',
      'Another library is used through its index, by its alias.',
      { path: '^libs/([^/]+/[^/]+)/' },
      { path: '^libs/[^/]+/[^/]+/src/(?!index\\.ts$)', pathNot: '^libs/$1/' },
    ),
    rule(
      'apps-assemble-only',
      'Apps use libraries through their index, by their alias.',
      { path: '^apps/' },
      { path: '^libs/[^/]+/[^/]+/src/(?!index\\.ts$)' },
    ),
    rule('libraries-know-no-app', '', { path: '^libs/' }, { path: '^(apps|test|scripts)/', pathNot: '^test/support/' }),
    rule('apps-know-no-other-app', '', { path: '^apps/(api|worker|web)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    rule('web-knows-no-server-code', 'It talks to the API.', { path: '^apps/web/' }, { path: '^libs/' }),
    rule('migrations-import-nothing', 'Frozen history must not change with code.', { path: '^migrations/' }, {}),
    rule(
      'a-feature-knows-no-other-feature',
      'What two features share goes to components, api or app; routes and layouts of the app are above features.',
      { path: '^apps/web/src/features/([^/]+)/' },
      {
        path: '^apps/web/src/(features/|app/(router|providers|.*-layout|.*-pages?)\\.)',
        pathNot: '^apps/web/src/features/$1/',
      },
    ),
    rule(
      'shared-web-code-knows-no-feature',
      '',
      { path: '^apps/web/src/(api|components|i18n|theme)/' },
      { path: '^apps/web/src/(features|app)/' },
    ),
    rule(
      'no-cycles',
      'Only parent and child entities may name each other; types alone make no cycle.',
      {},
      { circular: true, viaOnly: { pathNot: '\\.entity\\.ts$', dependencyTypesNot: ['type-only'] } },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^apps/api/src/metadata\\.ts$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      mainFields: ['types', 'module', 'main'],
    },
  },
};
