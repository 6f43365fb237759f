import type { ReactNode } from 'react';

type MarkedTextProps = {
  /** Has one part marked: `Read <1>the rules</1> first.` */
  text: string;
  mark: (words: string) => ReactNode;
};

/** A sentence with a link or another element in the middle of it. */
export function MarkedText({ text, mark }: MarkedTextProps) {
  const [before = '', rest = ''] = text.split('<1>');
  const [words = '', after = ''] = rest.split('</1>');
  return (
    <>
      {before}
      {mark(words)}
      {after}
    </>
  );
}
