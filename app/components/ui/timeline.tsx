import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden';

export type TimelineItem = {
  key: string;
  title: ReactNode;
  when?: string | undefined;
  dateTime?: string | undefined;
  text?: ReactNode;
  state: 'done' | 'now' | 'next' | 'stopped';
  /** The state in words, for those who do not see the mark. */
  stateLabel: string;
};

/** What happened, where we are, what comes: newest where the caller puts it. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string | undefined }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(({ key, title, when, dateTime, text, state, stateLabel }) => (
        <li key={key} className={`timeline-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span className="timeline-dot" aria-hidden="true" />
          <div>
            <p className="timeline-title">
              <VisuallyHidden>{stateLabel}: </VisuallyHidden>
              {title}
            </p>
            {when && <time dateTime={dateTime}>{when}</time>}
            {text && <div className="timeline-text">{text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
