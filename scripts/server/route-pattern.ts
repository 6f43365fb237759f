/**
 * The pattern behind an address (`/rom/:slug`), so that measurements do not grow a line for each address.
 */
import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';

type Node = { id: string; path?: string; index?: boolean; children?: Node[] };

const DATA_REQUEST = /(\/_root)?\.data$/;

export function routePatternFinder(build: ServerBuild): (path: string) => string {
  const tree = childrenOf(build, undefined);
  return (path) => {
    const matches = matchRoutes(tree as Parameters<typeof matchRoutes>[0], path.replace(DATA_REQUEST, '') || '/');
    if (!matches) return 'unknown';
    return `/${matches.flatMap(({ route }) => route.path ?? []).join('/')}`;
  };
}

function childrenOf(build: ServerBuild, parentId: string | undefined): Node[] {
  return Object.values(build.routes)
    .filter((route) => route?.parentId === parentId)
    .flatMap((route) => (route ? [toNode(build, route)] : []));
}

function toNode(build: ServerBuild, { id, path, index }: { id: string; path?: string | undefined; index?: boolean | undefined }): Node {
  if (index) return { id, index: true, ...(path !== undefined && { path }) };
  return { id, ...(path !== undefined && { path }), children: childrenOf(build, id) };
}
