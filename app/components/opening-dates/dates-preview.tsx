import { Form, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { ClosingAddress } from '~/modules/bookings/opening-dates/closing-address';
import type { OutsideBooking } from '~/modules/bookings/opening-dates/outside-hours.queries.server';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { Table } from '../ui/table';

type DatesPreviewProps = {
  preview: {
    outside: readonly OutsideBooking[];
    /** How the time of those bookings is closed. */
    closing: readonly ClosingAddress[];
    days: number;
    /** Names what holds now. */
    seen: string;
  };
  values: Readonly<Record<string, string | undefined>>;
};

/** Who would be outside the hours, and what to do about it; or that nobody is, and the button that saves. */
export function DatesPreview({ preview: { outside, closing, days, seen }, values }: DatesPreviewProps) {
  const { t } = useTranslation('openingDates');
  const locale = useLocale();
  // What was asked stays in the address: refused, it is looked at anew, with everything typed.
  const { search } = useLocation();
  if (outside.length === 0)
    return (
      <Notice
        tone="success"
        title={t('nobody', { count: days })}
        announce
        actions={
          <Form method="post" action={search} replace>
            {Object.entries(values).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value ?? ''} />
            ))}
            <input type="hidden" name="sett" value={seen} />
            <Button variant="primary">{t('save')}</Button>
          </Form>
        }
      />
    );
  return (
    <div className="stack desk-gap">
      <Notice
        tone="warning"
        title={t('outside', { count: outside.length })}
        announce
        actions={closing.map(({ href, roomName, start, end }) => (
          <ButtonLink key={href} href={href}>
            {t('close', { room: roomName, when: formatSpan(start, end, locale) })}
          </ButtonLink>
        ))}
      >
        <p>{t('outsideText')}</p>
      </Notice>
      <Table
        caption={t('outsideCaption')}
        stacked
        rows={outside}
        rowKey={({ occurrenceId }) => occurrenceId}
        columns={[
          {
            key: 'booking',
            header: t('booking'),
            rowHeader: true,
            cell: ({ bookingId, reference, who }) => <a href={`/admin/bestillinger/${bookingId}`}>{who ?? reference}</a>,
          },
          { key: 'room', header: t('room'), label: t('room'), cell: ({ roomName }) => roomName },
          { key: 'when', header: t('when'), label: t('when'), cell: ({ start, end }) => formatSpan(start, end, locale) },
        ]}
      />
    </div>
  );
}
