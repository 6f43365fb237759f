import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import type { BookingPreview } from '~/modules/bookings/booking-preview.queries.server';
import { AvailabilityNote } from '../booking/availability-note';
import { QuoteLines } from '../booking/quote-lines';
import { refusalText } from '../booking/refusal-text';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { clockValue } from './half-hours';
import type { NewBookingView } from './new-booking-view';

type Alternatives = BookingPreview['alternatives'];

/** The price beside the form, or why the time cannot be had and what is free instead; and the buttons. */
export function NewBookingPrice({ view: { preview, refusal, values } }: { view: NewBookingView }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const decision = preview?.decision;
  const refused = refusal ?? (decision && !decision.ok ? decision : null);
  const priced = decision?.ok ? decision.value : null;
  const alternatives = refusal && refusal.alternatives.length > 0 ? refusal.alternatives : (preview?.alternatives ?? []);
  const total = priced && formatOre(priced.quote.totalOre, locale);
  return (
    <section className="new-price" aria-labelledby="price">
      <SectionHeader id="price" title={t('new.price')} />
      {!preview && !refused && <p className="desk-gap muted">{t('new.priceLater')}</p>}
      {refused && <RefusalNote refusal={refused} preview={preview} />}
      {refused && alternatives.length > 0 && <AlternativeButtons alternatives={alternatives} />}
      {priced && (
        <>
          {!refused && <AvailabilityNote free text={t('new.free')} />}
          <QuoteLines lines={priced.quote.lines} support={preview?.support ?? null} />
          <input type="hidden" name="totalOre" value={priced.quote.totalOre} />
        </>
      )}
      <div className="form-actions">
        {priced && (
          <Button variant="primary" name="steg" value="book">
            {values['betaling'] === 'free' ? t('new.bookFree') : t('new.bookFor', { amount: total ?? '' })}
          </Button>
        )}
        <Button variant={priced ? 'secondary' : 'primary'} name="steg" value="price">
          {t('new.showPrice')}
        </Button>
      </div>
      {priced && <p className="small muted">{t('new.again')}</p>}
    </section>
  );
}

function RefusalNote({
  refusal,
  preview,
}: {
  refusal: Parameters<typeof refusalText>[0] | { code: 'unknown_room' };
  preview: BookingPreview | null;
}) {
  const { t } = useTranslation('admin');
  const { t: words } = useTranslation('booking');
  const locale = useLocale();
  const itemName = (itemId: string) => {
    const item = preview?.equipment.find(({ id }) => id === itemId);
    return item ? (locale === 'nb' ? item.nameNb : item.nameEn) : '';
  };
  const text = () => {
    if (refusal.code === 'unknown_room') return t('error.unknown_room');
    const billsNobody = refusal.code === 'payment_method_not_allowed' && refusal.paymentMethod === 'on_account';
    return billsNobody ? t('error.organisation_needed') : refusalText(refusal, { t: words, locale, itemName });
  };
  return <AvailabilityNote free={false} text={text()} />;
}

/** Each button takes its room and time over and keeps the rest of the form. */
function AlternativeButtons({ alternatives }: { alternatives: Alternatives }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  return (
    <div className="desk-gap">
      <h3 className="h3">{t('new.alternatives')}</h3>
      <ul className="stack desk-gap">
        {alternatives.map(({ roomSlug, roomName, start, end }) => {
          const date = localDateOf(start);
          const value = [roomSlug, date, clockValue(minuteFrom(date, start)), clockValue(minuteFrom(date, end))].join('|');
          return (
            <li key={value}>
              <Button wide name="alternativ" value={value}>
                {t('new.alternative', { room: roomName, when: formatSpan(start, end, locale) })}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
