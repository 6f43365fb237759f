import type { MetaDescriptor } from '@remix-run/react';

/** Title and description of a page, in the form search engines and shared links expect. */
export function pageMeta(title: string, description?: string): MetaDescriptor[] {
  const full = title === 'Sundbytunet' ? title : `${title} – Sundbytunet`;
  return [{ title: full }, ...(description ? [{ name: 'description', content: description }] : [])];
}
