import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { BookingLayout } from '../booking/booking-layout';
import { ErrorSummary } from '../ui/error-summary';
import { errorText } from './form-error';
import { NewBookingFields } from './new-booking-fields';
import { NewBookingPrice } from './new-booking-price';
import type { NewBookingView } from './new-booking-view';

const LABELS = {
  epost: 'new.email',
  navn: 'new.name',
  rom: 'new.room',
  dato: 'new.date',
  fra: 'new.from',
  til: 'new.to',
  antall: 'new.people',
  formal: 'new.purpose',
  organisasjon: 'new.organisation',
} as const;

/** Books for somebody: first the price, then the booking. Enter in a field shows the price and books nothing. */
export function NewBookingForm({ view }: { view: NewBookingView }) {
  const { t } = useTranslation('admin');
  const { t: change } = useTranslation('change');
  const { errors, values } = view;
  const named = Object.entries(LABELS).filter(([name]) => errors[name] !== undefined);
  const summary = named.map(([name, label]) => ({ href: `#${name}`, text: `${t(label)}: ${errorText(errors[name], t) ?? ''}` }));
  if (errors['begrunnelse'] !== undefined) summary.push({ href: '#begrunnelse', text: change('refusal.reason_missing') });
  return (
    <Form method="post" noValidate>
      <button type="submit" name="steg" value="price" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="requestKey" value={values['requestKey']} />
      <ErrorSummary title={t('error.summary')} errors={summary} />
      <BookingLayout side={<NewBookingPrice view={view} />}>
        <NewBookingFields view={view} />
      </BookingLayout>
    </Form>
  );
}
