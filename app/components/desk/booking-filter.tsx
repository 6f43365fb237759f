import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { BookingListRequest } from '~/modules/bookings/booking-list.schema';
import { Button, ButtonLink } from '../ui/button';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';

export type BookingFilterProps = {
  asked: BookingListRequest;
  rooms: readonly { slug: string; name: string }[];
};

const STATES = ['confirmed', 'held', 'requested', 'completed', 'no_show', 'cancelled', 'released', 'declined', 'lapsed'] as const;

/** Narrows the list of bookings; everything chosen stands in the address. */
export function BookingFilter({ asked, rooms }: BookingFilterProps) {
  const { t } = useTranslation('admin');
  const { search, state, roomSlug, from } = asked;
  const any = { value: '', label: t('bookings.any') };
  const narrowed = useLocation().search !== '';
  return (
    <form
      className="desk-filter no-print"
      method="get"
      action="/admin/bestillinger"
      aria-label={t('bookings.filter')}
      key={JSON.stringify(asked)}
    >
      <TextField
        id="filter-search"
        className="desk-filter-wide"
        name="sok"
        type="search"
        label={t('bookings.search')}
        placeholder={t('bookings.searchHint')}
        defaultValue={search}
        maxLength={100}
      />
      <SelectField
        id="filter-state"
        name="tilstand"
        label={t('bookings.state')}
        defaultValue={state ?? ''}
        options={[any, ...STATES.map((value) => ({ value, label: t(`state.${value}`) }))]}
      />
      <SelectField
        id="filter-room"
        name="rom"
        label={t('bookings.room')}
        defaultValue={roomSlug ?? ''}
        options={[any, ...rooms.map(({ slug, name }) => ({ value: slug, label: name }))]}
      />
      <TextField id="filter-from" name="fra" type="date" label={t('bookings.from')} defaultValue={from ?? ''} />
      <div className="row-of">
        <Button>{t('bookings.apply')}</Button>
        {narrowed && (
          <ButtonLink variant="quiet" href="/admin/bestillinger">
            {t('bookings.clear')}
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
