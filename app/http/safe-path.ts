/** What browsers read as something else than it looks: they drop control characters and take a backslash for a slash. */
const MISLEADING = /[\\\u0000-\u001f\p{Cs}]/u;
const NOT_ASCII = /[^\u0020-\u007e]+/gu;

/**
 * Where to go next, from a parameter a stranger may have written: only paths on this site, never another host.
 * Letters beyond ASCII are percent-encoded, as headers want them.
 */
export function safePath(value: string | null | undefined, otherwise: string): string {
  if (!value || !value.startsWith('/') || value.startsWith('//') || MISLEADING.test(value)) return otherwise;
  return value.replace(NOT_ASCII, encodeURIComponent);
}
