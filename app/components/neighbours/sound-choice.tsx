import { useTranslation } from 'react-i18next';
import type { BookingPreview } from '~/modules/bookings/booking-preview.queries.server';
import { useLocale } from '../site/use-locale';
import { Notice } from '../ui/notice';
import { SelectField } from '../ui/select';
import { soundWords } from './sound-words';

/** How loud it will be, where a room hears this one, and what next door may be heard: on the desk, once the price is shown. */
export function SoundChoice({ preview, typed }: { preview: BookingPreview; typed: string | undefined }) {
  const { t } = useTranslation('neighbours');
  const locale = useLocale();
  const nearby = preview.decision?.ok ? preview.decision.value.nearby : [];
  const { choice, notes } = soundWords({ loudness: preview.loudness, nearby }, { t, locale });
  if (!choice) return null;
  return (
    <>
      <SelectField
        id="lyd"
        name="lyd"
        label={choice.label}
        hint={choice.hint}
        options={choice.options}
        defaultValue={typed || choice.chosen}
      />
      {notes.map((note) => (
        <Notice key={note} tone="warning" title={note} />
      ))}
    </>
  );
}
