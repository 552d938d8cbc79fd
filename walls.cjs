const base = ['platform', 'design', 'people', 'region']
/** What is published, and who publishes it. */
const published = [...base, 'organisations', 'search', 'files', 'congress', 'library']
const inGroups = [...published, 'groups', 'notices']

/** Who stands on whom. A room that is missing here may import nothing and be imported by no one. */
const standsOn = {
  platform: [],
  design: ['platform'],
  people: ['platform', 'design'],
  region: ['platform', 'design', 'people'],
  search: base,
  organisations: [...base, 'search'],
  files: base,
  atlas: [...base, 'search', 'files', 'organisations'],
  congress: [...base, 'search', 'files'],
  registration: [...base, 'search', 'files', 'congress', 'outbox'],
  library: [...base, 'search', 'files', 'congress'],
  intake: [...base, 'search', 'files', 'congress', 'library'],
  alerts: [...base, 'search', 'files', 'congress', 'library'],
  thread: [...published, 'atlas'],
  groups: published,
  notices: [...published, 'groups'],
  meetings: inGroups,
  minutes: [...inGroups, 'meetings'],
  votes: inGroups,
  papers: inGroups,
  outbox: [...base, 'files', 'congress'],
  site: [
    ...inGroups,
    'atlas',
    'outbox',
    'registration',
    'meetings',
    'minutes',
    'votes',
    'papers',
    'intake',
    'alerts',
    'thread',
  ],
  example: [
    ...base,
    'search',
    'files',
    'atlas',
    'congress',
    'registration',
    'library',
    'groups',
    'meetings',
    'minutes',
    'papers',
    'votes',
    'thread',
    'site',
  ],
}
const doors = '^src/((platform|design)/[^/]+|[^/]+/index)\\.tsx?$'
const floors = Object.entries(standsOn).map(([room, below]) => ({
  name: `${room}-stands-on-${below.join('-') || 'nothing'}`,
  from: { path: `^src/${room}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^src/', pathNot: [`^src/${room}/`, ...below.map((b) => `^src/${b}/`)] },
}))
const only = (name, from, to) => ({ name, from: { path: from, pathNot: '\\.test\\.tsx?$' }, to })

module.exports = {
  forbidden: [
    ...floors,
    only('known-rooms', `^src/(?!main|setup|living-room|cli/|(${Object.keys(standsOn).join('|')})/)`, {
      path: '^src/',
    }),
    {
      name: 'front-door',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', doors] },
    },
    only('pages-know-no-data', '/pages/', {
      path: [
        '/(commands|routes|permissions)(/|\\.tsx?$)',
        '/queries(/|\\.ts$)',
        '/kysely/',
        '^src/platform/(schema|database)',
      ],
      dependencyTypesNot: ['type-only'],
    }),
    only(
      'data-knows-no-web',
      ['/(model|queries|commands|permissions|jobs)\\.ts$', '/(model|queries|commands|permissions|jobs)/'],
      {
        path: ['/fastify/', '/preact', '/routes\\.tsx?$', '/pages/', '^src/platform/web'],
      },
    ),
    only('model-is-pure', '/model\\.ts$', { path: '.', pathNot: '/model\\.ts$', dependencyTypesNot: ['type-only'] }),
    only('islands-are-browser-code', '/islands/', {
      path: '.',
      pathNot: ['/islands/', '/model\\.ts$', '@simplewebauthn/browser'],
      dependencyTypesNot: ['type-only'],
    }),
    { name: 'no-circle', from: {}, to: { circular: true } },
  ].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: 'node_modules',
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
}
