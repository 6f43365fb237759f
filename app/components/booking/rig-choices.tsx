import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatClock, formatDuration } from '~/lib/format-time';
import { addMinutes, type Interval } from '~/lib/interval';
import type { BookingDraft } from '~/modules/bookings/booking-draft';
import { useLocale } from '../site/use-locale';
import { SelectField } from '../ui/select';
import { BookingBlock } from './booking-layout';

const OFFERED = [0, 30, 60, 90, 120, 180, 240, 360, 480];

type RigChoicesProps = {
  /** Price of an hour, VAT included. */
  hourOre: number;
  slot: Interval | null;
  draft: Pick<BookingDraft, 'riggFor' | 'riggEtter'>;
  error: string | undefined;
};

/** Time to rig before and after, told by the clock. */
export function RigChoices({ hourOre, slot, draft, error }: RigChoicesProps) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  const options = (chosen: string, clock: (minutes: number) => string) => {
    const minutes = new Set([...OFFERED, ...(/^\d{1,4}$/.test(chosen) ? [Number(chosen)] : [])]);
    return [...minutes].map((value) => ({
      value: String(value),
      label: value === 0 ? t('addOn.noRig') : `${formatDuration(value, locale)}${slot ? clock(value) : ''}`,
    }));
  };
  const before = (minutes: number) =>
    slot ? `, ${t('addOn.from', { clock: formatClock(addMinutes(slot.start, -minutes), locale) })}` : '';
  const after = (minutes: number) => (slot ? `, ${t('addOn.to', { clock: formatClock(addMinutes(slot.end, minutes), locale) })}` : '');
  return (
    <BookingBlock id="rig" title={t('addOn.rig')}>
      <p className="muted small rig-note">{t('addOn.rigNote', { price: formatOre(hourOre, locale) })}</p>
      <div className="form-grid">
        <SelectField
          id="riggFor"
          name="riggFor"
          label={t('addOn.rigBefore')}
          defaultValue={draft.riggFor || '0'}
          options={options(draft.riggFor, before)}
          error={error}
        />
        <SelectField
          id="riggEtter"
          name="riggEtter"
          label={t('addOn.rigAfter')}
          defaultValue={draft.riggEtter || '0'}
          options={options(draft.riggEtter, after)}
        />
      </div>
    </BookingBlock>
  );
}
