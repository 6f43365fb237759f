import type { ReactNode } from 'react';
import { Paper, PaperBody } from '../layout/paper';
import { Icon } from '../ui/icon';

export type BookingSummaryPaperProps = {
  /** Names the sheet, e.g. "Oppsummering". */
  label: string;
  illustration?: ReactNode;
  when: ReactNode;
  /** Room and for whom. */
  facts?: ReactNode;
  /** `PriceLines`. */
  lines: ReactNode;
  /** The pay button. */
  action?: ReactNode;
  /** The rule for backing out: the time in bold, then the consequence. */
  policy?: { strong: string; rest: string } | undefined;
  /** How long the slot is kept. */
  hold?: string | undefined;
};

/** The sheet beside a booking: what, when, what it costs, and the way to pay. */
export function BookingSummaryPaper(props: BookingSummaryPaperProps) {
  const { label, illustration, when, facts, lines, action, policy, hold } = props;
  return (
    <aside className="booking-side" aria-label={label}>
      <Paper>
        {illustration}
        <PaperBody>
          <h2 className="booking-when num">{when}</h2>
          {facts && <p className="booking-facts">{facts}</p>}
          {lines}
          {action && <div className="booking-pay">{action}</div>}
          {policy && (
            <p className="booking-policy">
              <b>{policy.strong}</b> {policy.rest}
            </p>
          )}
        </PaperBody>
        {hold && (
          <p className="paper-foot">
            <Icon name="clock" />
            <span>{hold}</span>
          </p>
        )}
      </Paper>
    </aside>
  );
}
