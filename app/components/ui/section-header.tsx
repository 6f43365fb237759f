import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type SectionHeaderProps = {
  id?: string | undefined;
  title: ReactNode;
  level?: 2 | 3 | undefined;
  large?: boolean | undefined;
  /** A link or a short fact at the right. */
  end?: ReactNode;
};

/** The heading that opens a section, on a thick rule of ink. */
export function SectionHeader({ id, title, level = 2, large, end }: SectionHeaderProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={classNames('section-header', large && 'section-header-large')}>
      <Heading className="section-header-title" id={id}>
        {title}
      </Heading>
      {end && <div className="section-header-end">{end}</div>}
    </div>
  );
}
