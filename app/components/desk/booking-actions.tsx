import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { BookingCancel, type BookingCancelProps } from './booking-cancel';

/** What the viewer may do with a booking now. */
export type BookingSteps = {
  readonly cancel: Pick<BookingCancelProps, 'byPolicy' | 'waived'> | null;
  readonly noShow: boolean;
  readonly undoNoShow: boolean;
  readonly abandon: boolean;
  /** Where it is moved, shortened or lengthened. */
  readonly move: string | null;
  /** Whether the viewer could ever change a booking. */
  readonly mayChange: boolean;
};

export type BookingActionsProps = Pick<BookingCancelProps, 'path' | 'chosen' | 'refused'> & { steps: BookingSteps };

/** The steps that can be taken, each with what follows from it. */
export function BookingActions({ path, steps, chosen, refused }: BookingActionsProps) {
  const { t } = useTranslation('admin');
  const { cancel, noShow, undoNoShow, abandon, move, mayChange } = steps;
  const nothing = !cancel && !noShow && !undoNoShow && !abandon && !move;
  return (
    <section className="desk-section no-print" aria-labelledby="actions">
      <SectionHeader id="actions" title={t('booking.actions')} />
      {mayChange && (
        <p className="desk-gap">
          <a href={`${path}/endringer`}>{t('booking.changes')}</a>
        </p>
      )}
      {move && (
        <div className="desk-action desk-step">
          <p>{t('booking.moveText')}</p>
          <ButtonLink href={move}>{t('booking.move')}</ButtonLink>
        </div>
      )}
      {nothing && <p className="desk-gap muted">{t(mayChange ? 'booking.nothingLeft' : 'booking.noActions')}</p>}
      {noShow && <SmallStep path={path} intent="no_show" label={t('booking.noShow')} text={t('booking.noShowText')} />}
      {undoNoShow && <SmallStep path={path} intent="undo_no_show" label={t('booking.undoNoShow')} text={t('booking.undoNoShowText')} />}
      {abandon && <SmallStep path={path} intent="abandon" label={t('booking.abandon')} text={t('booking.abandonText')} />}
      {cancel && <BookingCancel path={path} {...cancel} chosen={chosen} refused={refused} />}
    </section>
  );
}

function SmallStep({ path, intent, label, text }: { path: string; intent: string; label: string; text: string }) {
  return (
    <Form method="post" action={path} className="desk-action desk-step">
      <p>{text}</p>
      <Button name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  );
}
