import { useTranslation } from 'react-i18next';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { AdminBooking } from '~/modules/bookings/admin-booking.queries.server';
import { useLocale } from '../site/use-locale';
import { DescriptionList, type DescriptionItem } from '../ui/description-list';
import { SectionHeader } from '../ui/section-header';

type Occurrence = AdminBooking['occurrences'][number];

/** Who, when, where and how a booking came about; many dates are listed elsewhere. */
export function BookingFacts({ booking, many }: { booking: AdminBooking; many: boolean }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const { person, organisation, madeBy } = booking;
  const when = (moment: Date) => formatMoment(moment, locale, { year: true });
  const items: (DescriptionItem | null)[] = [
    { term: t('booking.reference'), value: booking.reference },
    {
      term: t('booking.who'),
      value: (
        <>
          {person.name || person.email} <br />
          <a href={`mailto:${person.email}`}>{person.email}</a>
          {person.phone && (
            <>
              <br />
              <a href={`tel:${person.phone}`}>{person.phone}</a>
            </>
          )}
        </>
      ),
    },
    organisation && { term: t('booking.organisation'), value: organisation.name },
    { term: t('booking.people'), value: booking.people },
    booking.purpose ? { term: t('booking.purpose'), value: booking.purpose } : null,
    { term: t('booking.method'), value: t(`method.${booking.paymentMethod}`) },
    { term: t('booking.madeAt'), value: when(booking.createdAt) },
    madeBy.id === person.id ? null : { term: t('booking.madeBy'), value: madeBy.name },
    booking.state === 'held' && booking.holdExpiresAt ? { term: t('booking.holdUntil'), value: when(booking.holdExpiresAt) } : null,
    booking.cancelledAt && {
      term: t('booking.cancelled'),
      value: t(booking.cancelledBy === 'hub' ? 'booking.cancelledByHub' : 'booking.cancelledByCustomer', {
        when: when(booking.cancelledAt),
      }),
    },
    booking.cancelReason ? { term: t('booking.cancelReason'), value: booking.cancelReason } : null,
  ];
  return (
    <section aria-labelledby="facts">
      <SectionHeader id="facts" title={t('booking.facts')} />
      {!many && booking.occurrences.map((occurrence) => <OccurrenceFacts key={occurrence.id} occurrence={occurrence} />)}
      <DescriptionList items={items.filter((item) => item !== null)} />
    </section>
  );
}

function OccurrenceFacts({ occurrence }: { occurrence: Occurrence }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const { partName, start, end, room, equipment, access } = occurrence;
  const items = [
    ...(partName === '' ? [] : [{ term: t('booking.part'), value: <b>{partName}</b> }]),
    { term: t('booking.when'), value: formatSpan(start, end, locale, { year: true }) },
    { term: t('booking.room'), value: <a href={`/rom/${room.slug}`}>{`${room.name}, ${room.buildingName}`}</a> },
    { term: t('booking.door'), value: <DoorText access={access} /> },
  ];
  const things = equipment.map(({ nameNb, nameEn, quantity }) => `${quantity} × ${locale === 'nb' ? nameNb : nameEn}`).join(', ');
  return <DescriptionList items={things ? [...items, { term: t('booking.equipment'), value: things }] : items} />;
}

function DoorText({ access }: { access: Occurrence['access'] }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  if (!access) return <>{t('booking.doorNone')}</>;
  if (access.revokedAt) return <>{t('booking.doorRevoked')}</>;
  return <>{t('booking.doorOpen', { span: formatSpan(access.opensAt, access.closesAt, locale) })}</>;
}
