/**
 * Options of the Remix compiler. `vite.config.ts` hands them to the Remix plugin, so this stays the one place to look for them.
 * Every `v3_*` flag is on: the step to React Router 7 is then a change of package names.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
