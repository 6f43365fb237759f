import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatClock, formatDuration, formatSpan } from '~/lib/format-time';
import { durationMinutes } from '~/lib/interval';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import { clockText } from '~/modules/bookings/clock-text';
import type { ExtendOptions } from '~/modules/bookings/changes/extend-options.queries.server';
import { PageHead } from '../layout/page-head';
import { NearbyNotes } from '../neighbours/nearby-notes';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { changeRefusalText } from './change-refusal';
import { ExceptionLink } from './exception-link';

type ExtendViewProps = { extend: ExtendOptions; requestKeys: readonly string[] };

/** The next half hours that are free, each one press away. */
export function ExtendView({ extend, requestKeys }: ExtendViewProps) {
  const { t } = useTranslation('change');
  const { t: words } = useTranslation('booking');
  const locale = useLocale();
  const { bookingId, occurrence, options, end, paymentMethod, byHub, byException } = extend;
  // What a shorter time is warned of holds for a longer one as well.
  const isNews = (index: number) => (options[index]?.nearby.length ?? 0) > (options[index - 1]?.nearby.length ?? 0);
  const until = end && changeRefusalText(end, { t, words, locale, byHub });
  return (
    <div className="wrap page page-letter stack">
      <PageHead
        title={t('extend.title')}
        lead={`${formatSpan(occurrence.start, occurrence.end, locale)}, ${occurrence.roomName}`}
        back={{ href: `/bestilling/${bookingId}`, label: t('back') }}
      />
      {options.length === 0 ? (
        <EmptyState level={2} title={t('extend.none')}>
          {until}
        </EmptyState>
      ) : (
        <>
          <ul className="extend-options">
            {options.map(({ slot, differenceOre, nearby }, index) => (
              <li key={slot.end.toISOString()}>
                <form method="post" action={`/bestilling/${bookingId}/endre`} data-reload>
                  <Fields extend={extend} end={slot.end} differenceOre={differenceOre} requestKey={requestKeys[index] ?? ''} />
                  <Button variant={index === 0 ? 'primary' : 'secondary'} size="xl" wide>
                    {t('extend.option', {
                      clock: formatClock(slot.end, locale),
                      more: formatDuration(durationMinutes({ start: occurrence.end, end: slot.end }), locale),
                      price: formatOre(differenceOre, locale),
                    })}
                  </Button>
                </form>
                <NearbyNotes nearby={isNews(index) ? nearby : []} />
              </li>
            ))}
          </ul>
          <p className="prose muted">
            {t(paymentMethod === 'card' ? 'extend.card' : paymentMethod === 'on_account' ? 'extend.account' : 'extend.free')} {until}
          </p>
        </>
      )}
      {byException && (
        <div className="form-actions">
          <ExceptionLink {...{ bookingId, occurrenceId: occurrence.id, roomSlug: occurrence.roomSlug, slot: byException }} />
        </div>
      )}
    </div>
  );
}

type FieldsProps = { extend: ExtendOptions; end: Date; differenceOre: number; requestKey: string };

function Fields({ extend: { occurrence }, end, differenceOre, requestKey }: FieldsProps) {
  const date = localDateOf(occurrence.start);
  const values = {
    ...{ requestKey, forekomst: occurrence.id, rom: occurrence.roomSlug, dato: date, differanseOre: String(differenceOre) },
    ...{ fra: clockText(minuteFrom(date, occurrence.start)), til: clockText(minuteFrom(date, end)) },
  };
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
