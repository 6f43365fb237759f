import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names';

type Part = { children: ReactNode; className?: string | undefined };

/** A sheet: white, square, one hairline. Drawings bleed to its edge. */
export function Paper({ children, className }: Part) {
  return <div className={classNames('paper', className)}>{children}</div>;
}

/** The text of a sheet, with its margin. */
export function PaperBody({ children, className }: Part) {
  return <div className={classNames('paper-body', className)}>{children}</div>;
}
