/** Where to sign in, coming back to `path` (with its query) afterwards. */
export function signInPath(path: string): string {
  return path === '/' ? '/logg-inn' : `/logg-inn?neste=${encodeURIComponent(path)}`;
}
