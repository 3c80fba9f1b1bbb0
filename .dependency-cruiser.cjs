/**
 * Data flows one way: command → service → inputs → analyses → jobforge builders → redaction →
 * contracts → output. Nothing imports upwards. (docs/architecture.md draws it.)
 */
const ROOMS = [
  'commands',
  'cli',
  'services',
  'output',
  'seo',
  'funnel',
  'experiments',
  'content',
  'jobforge',
  'inputs',
  'files',
  'runners',
  'safety',
  'contracts',
];
const ANALYSES = ['seo', 'funnel', 'experiments', 'content'];

/** What each room may import besides itself and the two files of the whole house, errors.ts and findings.ts. */
const MAY_IMPORT = {
  commands: ['cli', 'services', 'output', 'runners', 'contracts'],
  cli: ['services', 'output', 'seo', 'inputs', 'runners', 'safety', 'contracts'],
  services: ['output', ...ANALYSES, 'jobforge', 'inputs', 'files', 'runners', 'safety', 'contracts'],
  output: [...ANALYSES, 'jobforge', 'runners', 'safety', 'contracts'],
  seo: ['jobforge', 'inputs', 'files', 'runners', 'contracts'],
  funnel: ['jobforge', 'inputs', 'files', 'runners', 'contracts'],
  experiments: ['funnel', 'jobforge', 'inputs', 'runners', 'contracts'],
  content: ['jobforge', 'inputs', 'files', 'runners', 'safety', 'contracts'],
  jobforge: ['runners', 'safety', 'contracts'],
  inputs: ['files', 'runners', 'safety', 'contracts'],
  files: [],
  runners: ['contracts'],
  safety: [],
  contracts: [],
};

const alternatives = (rooms) => `^src/(${rooms.join('|')})/`;

module.exports = {
  forbidden: [
    ...ROOMS.map((room) => ({
      name: `${room}-imports-upwards`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: alternatives(ROOMS), pathNot: alternatives([room, ...MAY_IMPORT[room]]) },
    })),
    {
      name: 'contracts-import-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/contracts/' },
      to: { path: '^src/', pathNot: '^src/contracts/' },
    },
    {
      name: 'only-the-front-doors-know-oclif',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli|commands)/' },
      to: { path: 'node_modules/@oclif/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
};
