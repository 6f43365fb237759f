/**
 * The house's walls: which part may know which. `MODULES` is the table of docs/architecture.md; a module may use only modules above it.
 * Every module that writes asks `can(actor, action, subject)`, so identity stands below them all.
 */
const MODULES = {
  identity: [],
  rooms: ['identity'],
  organisations: ['identity'],
  directory: ['identity', 'organisations'],
  pricing: ['identity', 'rooms', 'organisations'],
  availability: ['identity', 'rooms'],
  billing: ['identity', 'organisations'],
  bookings: ['identity', 'rooms', 'organisations', 'pricing', 'availability', 'billing'],
  leases: ['identity', 'rooms', 'organisations', 'pricing', 'availability', 'billing'],
  onboarding: ['identity', 'organisations', 'billing', 'leases'],
  events: ['identity', 'organisations', 'rooms', 'bookings'],
  networks: ['identity', 'organisations', 'events'],
  goals: [
    'identity',
    'rooms',
    'organisations',
    'directory',
    'pricing',
    'availability',
    'billing',
    'bookings',
    'leases',
    'onboarding',
    'events',
    'networks',
  ],
};

const TESTS = '\\.test\\.tsx?$|^tests/';
const SERVER = '\\.server\\.tsx?$';
const GENERATED = '^app/infrastructure/generated/';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const moduleRules = Object.entries(MODULES).map(([module, allowed]) =>
  rule(
    `module-${module}`,
    allowed.length > 0 ? `${module} may use only ${allowed.join(', ')}.` : `${module} uses no other module.`,
    { path: `^app/modules/${module}/`, pathNot: TESTS },
    { path: '^app/modules/', pathNot: `^app/modules/(${[module, ...allowed].join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'Two files that need each other are one thing or lack a third; types count.',
      { pathNot: GENERATED },
      { circular: true },
    ),
    rule('resolvable', 'Every import leads somewhere.', { pathNot: GENERATED }, { couldNotResolve: true }),
    rule('lib-is-a-leaf', 'lib knows nothing of this product.', { path: '^app/lib/' }, { path: '^app/(?!lib/)' }),
    rule(
      'pure-stays-pure',
      'A file without .server in its name does no I/O. It may know the shape of what a query returns.',
      { path: '^app/(modules|lib|infrastructure)/', pathNot: [SERVER, TESTS, GENERATED] },
      { path: SERVER, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'pure-knows-no-node',
      'A file without .server in its name runs anywhere: no Node, no driver, no server framework.',
      { path: '^app/(modules|lib|infrastructure|components)/', pathNot: [SERVER, TESTS, GENERATED] },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'pure-knows-no-server-package',
      'A file without .server in its name runs anywhere: no Node, no driver, no server framework.',
      { path: '^app/(modules|lib|infrastructure|components)/', pathNot: [SERVER, TESTS, GENERATED] },
      {
        path: 'node_modules/(pg|@prisma|graphile-worker|nodemailer|pino|prom-client|@remix-run/(node|express)|better-auth|express)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'components-are-markup',
      'Props in, markup out: of a server file a component may know a type at most.',
      { path: '^app/components/', pathNot: TESTS },
      { path: SERVER, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'infrastructure-knows-no-module',
      'infrastructure carries no business noun.',
      { path: '^app/infrastructure/' },
      { path: '^app/(modules|routes|http|components|jobs)/' },
    ),
    rule(
      'modules-know-no-web',
      'Rules do not depend on how they are shown.',
      { path: '^app/modules/' },
      { path: '^app/(routes|http|components|jobs|root|entry)' },
    ),
    rule(
      'modules-know-no-web-framework',
      'Rules do not depend on how they are shown.',
      { path: '^app/modules/', pathNot: TESTS },
      { path: 'node_modules/(@remix-run|react|react-dom|react-i18next|express|@conform-to/react)/' },
    ),
    ...moduleRules,
    rule(
      'module-is-in-the-table',
      'A new module is added to the table first.',
      {},
      { path: '^app/modules/', pathNot: `^app/modules/(${Object.keys(MODULES).join('|')})/` },
    ),
    rule(
      'repositories-are-private',
      'What a module writes is written by its own use cases.',
      { path: '^app/(?:modules/([^/]+)|[^/]+)', pathNot: TESTS },
      { path: '^app/modules/[^/]+/.*\\.repository\\.server\\.ts$', pathNot: '^app/modules/$1/' },
    ),
    rule(
      'no-tables-outside-modules',
      'Routes, http, components and jobs ask a use case or a query.',
      { path: '^app/(routes/|http/|components/|jobs/|root|entry)', pathNot: TESTS },
      { path: '^app/infrastructure/db(-errors)?\\.server\\.ts$' },
    ),
    rule(
      'nobody-imports-a-route',
      'What two routes share is no route; tests of the machine interface call its handlers.',
      { pathNot: '^tests/integration/(api/|billing/webhooks\\.test|seed/empty-house\\.test)' },
      { path: '^app/routes/' },
    ),
    rule(
      'prisma-behind-db',
      'The generated client is known to one file.',
      { path: '^(app|prisma|tests)/', pathNot: ['^app/infrastructure/db\\.server\\.ts$', GENERATED] },
      { path: `${GENERATED}|node_modules/@prisma/` },
    ),
    rule(
      'no-tests-in-production',
      'Production code does not import tests.',
      { path: '^(app|scripts|prisma)/', pathNot: TESTS },
      { path: TESTS },
    ),
    rule('no-scripts-in-app', 'The application does not know how it is started.', { path: '^app/' }, { path: '^scripts/' }),
    rule(
      'no-undeclared-packages',
      'What is imported stands in package.json.',
      { path: '^(app|scripts|prisma)/', pathNot: GENERATED },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'no-development-packages-at-run-time',
      'What runs in production is a dependency.',
      { path: '^app/', pathNot: [TESTS, '^app/routes\\.ts$'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Also sees imports of types.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
