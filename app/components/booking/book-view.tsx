import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { BookChoices } from './book-choices';
import { BookSummary } from './book-summary';
import type { BookViewProps } from './book-view-props';
import { bookErrors } from './book-errors';
import { BookingLayout } from './booking-layout';
import { useLiveDraft } from './use-live-draft';

/** The booking page: one form, with the price and the pay button beside the choices. */
export function BookView(props: BookViewProps) {
  const { page, signedIn } = props;
  const { t } = useTranslation('booking');
  const { t: common } = useTranslation('common');
  const locale = useLocale();
  const { room, date } = page;
  const { form, onChange } = useLiveDraft();
  const { state, formMethod } = useNavigation();
  const paying = state !== 'idle' && formMethod === 'POST';
  const facts = t('bookPage.facts', {
    building: room.buildingName,
    floor: room.floor[locale],
    size: common('squareMetres', { count: room.squareMetres }),
    capacity: room.capacity,
  });
  return (
    <div className="wrap booking-page">
      <BackLink href={`/kalender?dato=${date}`} label={t('bookPage.back')} />
      <ErrorSummary title={common('error.summaryTitle')} errors={bookErrors(props, t, locale)} />
      <Form method="post" ref={form} onChange={onChange} noValidate>
        <input type="hidden" name="requestKey" value={page.requestKey} />
        <BookingLayout side={<BookSummary page={page} signedIn={signedIn} paying={paying} />}>
          <div className="booking-title">
            <h1 className="h1">{room.name}</h1>
            <p>{facts}</p>
          </div>
          <BookChoices {...props} />
          <noscript>
            <Button formMethod="get" variant="secondary">
              {t('bookPage.update')}
            </Button>
          </noscript>
        </BookingLayout>
      </Form>
    </div>
  );
}
