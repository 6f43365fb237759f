/** Where to go next, from a parameter a stranger may have written: only paths on this site, never another host. */
export function safePath(value: string | null | undefined, otherwise: string): string {
  if (!value || !value.startsWith('/') || value.startsWith('//') || /[\\\u0000-\u001f]/.test(value)) return otherwise;
  return value;
}
