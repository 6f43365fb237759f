import { useTranslation } from 'react-i18next';
import type { Interval } from '~/lib/interval';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import { clockText } from '~/modules/bookings/clock-text';
import { ButtonLink } from '../ui/button';

type ExceptionLinkProps = { bookingId: string; occurrenceId: string; roomSlug: string; slot: Interval };

/** Where only a rule of the house is in the way: staff go on to the form of the one date, which sets it aside and asks why. */
export function ExceptionLink({ bookingId, occurrenceId, roomSlug, slot }: ExceptionLinkProps) {
  const { t } = useTranslation('change');
  const dato = localDateOf(slot.start);
  const [fra, til] = [slot.start, slot.end].map((instant) => clockText(minuteFrom(dato, instant)));
  const wanted = new URLSearchParams({ forekomst: occurrenceId, rom: roomSlug, dato, fra: fra ?? '', til: til ?? '', unntak: 'ja' });
  return <ButtonLink href={`/bestilling/${bookingId}/endre?${wanted}`}>{t('exception.label')}</ButtonLink>;
}
