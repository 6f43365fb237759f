/**
 * One value per process. The server runs the bundled application beside its own scripts, so a module can be loaded twice;
 * a connection pool or a logger must not be.
 */
export function processSingleton<T>(name: string, create: () => T): T {
  const holder = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`sundbytunet.${name}`);
  return (holder[key] ??= create());
}
