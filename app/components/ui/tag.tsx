import type { ReactNode } from 'react';

export type TagTone = 'plain' | 'straw' | 'spruce' | 'red';

/** A state in one or two words: straw waits, spruce is fine, red needs someone. */
export function Tag({ tone = 'plain', children }: { tone?: TagTone | undefined; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
