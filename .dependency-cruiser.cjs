// Who may import whom (design: core ← npm; ui ← core/words; a module ← core, ui, itself and other modules' public doors; apps on top).
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'core-knows-nobody', severity: 'error', from: { path: '^src/core/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^(src/(ui|modules|apps)|tests|demo)/' } },
    { name: 'ui-knows-words-only', severity: 'error', from: { path: '^src/ui/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^(src/(modules|apps)|tests|demo)/|^src/core/(?!words/|page\\.ts$|text/|input\\.ts$)' } },
    { name: 'module-through-public-door', severity: 'error', from: { path: '^src/modules/([^/]+)/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/([^/]+)/', pathNot: '^src/modules/($1/|[^/]+/public\\.ts$)' } },
    { name: 'module-knows-no-app', severity: 'error', from: { path: '^src/modules/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^(src/apps|tests|demo)/' } },
    { name: 'people-below-desk', severity: 'error', from: { path: '^src/modules/(network|people|directory)/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/(desk|evidence|messages)/' } },
    { name: 'network-at-the-bottom', severity: 'error', from: { path: '^src/modules/network/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/(?!network/)' } },
    { name: 'documents-know-persons-only', severity: 'error', from: { path: '^src/modules/documents/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/(?!(documents|people|network)/)' } },
    { name: 'accompaniment-above-desk', severity: 'error', from: { path: '^src/modules/(network|people|directory|desk|confidential|documents|messages|exchange)/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/accompaniment/' } },
    { name: 'nobody-needs-transfers', severity: 'error', from: { path: '^src/modules/(?!transfer/)', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/transfer/' } },
    { name: 'webhooks-know-network-only', severity: 'error', from: { path: '^src/modules/webhooks/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/(?!(webhooks|network)/)' } },
    { name: 'messages-know-people-only', severity: 'error', from: { path: '^src/modules/messages/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/(?!(messages|people|network)/)' } },
    { name: 'nobody-needs-webhooks', severity: 'error', from: { path: '^src/modules/(?!webhooks/)', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/webhooks/' } },
    { name: 'nobody-needs-the-portal', severity: 'error', from: { path: '^src/modules/(?!portal/)', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/portal/' } },
    { name: 'nobody-needs-exchange', severity: 'error', from: { path: '^src/modules/(?!exchange/|rights/)', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/exchange/' } },
    { name: 'exchange-needs-registers', severity: 'error', from: { path: '^src/modules/exchange/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/(?!exchange/|network/|people/|directory/)' } },
    { name: 'incubation-needs-registers', severity: 'error', from: { path: '^src/modules/incubation/', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/(?!(incubation|network|people|desk|directory|documents|programme|training)/)' } },
    { name: 'nobody-needs-rights', severity: 'error', from: { path: '^src/modules/(?!rights/)', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/rights/' } },
    { name: 'app-through-doors', severity: 'error', from: { path: '^src/apps/(?!trust/)', pathNot: '\\.test\\.tsx?$' }, to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/(public|routes)\\.tsx?$' } },
    { name: 'only-trust-knows-tests', severity: 'error', from: { path: '^src/(?!apps/trust/)', pathNot: '\\.test\\.tsx?$' }, to: { path: '^tests/' } },
    { name: 'no-circle', severity: 'error', from: { path: '^src/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-utils', severity: 'error', from: {}, to: { path: '^src/.*(utils?|helpers?|managers?)(/|\\.tsx?$)' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|dist)/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], conditionNames: ['import', 'default'] },
  },
};
