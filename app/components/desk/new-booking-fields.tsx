import { useTranslation } from 'react-i18next';
import { readBookingDraft } from '~/modules/bookings/booking-draft';
import { slotFrom } from '~/modules/bookings/slot-from';
import { SoundChoice } from '../neighbours/sound-choice';
import { AddOnChoices } from '../booking/add-on-choices';
import { BookingBlock, WhenFields } from '../booking/booking-layout';
import { useLocale } from '../site/use-locale';
import { SelectField, type SelectOptionGroup } from '../ui/select';
import { TextField } from '../ui/text-input';
import { BookedForFields, OverrideField, PaymentFields } from './booked-for-fields';
import { errorText } from './form-error';
import { halfHours } from './half-hours';
import type { NewBookingView } from './new-booking-view';

const LAST_START = 23 * 60 + 30;
/** Rooms close at six in the morning at the latest. */
const LAST_END = 30 * 60;

/** For whom, where and when, with what, and how it is paid. */
export function NewBookingFields({ view }: { view: NewBookingView }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  const { rooms, values, errors } = view;
  const field = (name: string) => ({ id: name, name, error: errorText(errors[name], t), defaultValue: values[name] });
  const nextDay = (clock: string) => t('new.nextDay', { clock });
  return (
    <>
      <BookedForFields values={values} errors={errors} />
      <BookingBlock id="when" title={t('new.when')}>
        <div className="stack">
          <SelectField
            {...field('rom')}
            label={t('new.room')}
            options={[{ value: '', label: t('new.chooseRoom') }, ...roomOptions(rooms)]}
          />
          <WhenFields>
            <TextField {...field('dato')} type="date" label={t('new.date')} />
            <SelectField {...field('fra')} label={t('new.from')} options={halfHours(0, LAST_START, locale, nextDay)} />
            <SelectField {...field('til')} label={t('new.to')} options={halfHours(30, LAST_END, locale, nextDay)} />
          </WhenFields>
          <div className="form-grid">
            <TextField {...field('antall')} type="number" min={1} inputMode="numeric" label={t('new.people')} />
            <TextField {...field('formal')} label={t('new.optional', { label: t('new.purpose') })} maxLength={200} autoComplete="off" />
          </div>
          {view.preview && <SoundChoice preview={view.preview} typed={values['lyd']} />}
          <OverrideField values={values} errors={errors} />
        </div>
      </BookingBlock>
      <AddOns view={view} />
      <PaymentFields organisations={view.organisations} values={values} errors={errors} />
    </>
  );
}

function roomOptions(rooms: NewBookingView['rooms']): SelectOptionGroup[] {
  const buildings = [...new Set(rooms.map(({ buildingName }) => buildingName))];
  return buildings.map((label) => ({
    label,
    options: rooms.filter(({ buildingName }) => buildingName === label).map(({ slug, name }) => ({ value: slug, label: name })),
  }));
}

function AddOns({ view: { preview, values } }: { view: NewBookingView }) {
  const { t } = useTranslation('admin');
  if (!preview) {
    return (
      <BookingBlock id="equipment" title={t('new.equipment')}>
        <p className="muted">{t('new.equipmentHint')}</p>
      </BookingBlock>
    );
  }
  const draft = readBookingDraft(new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []))));
  const slot = slotFrom(draft);
  return <AddOnChoices preview={preview} slot={slot.ok ? slot.value : null} draft={draft} errors={{}} />;
}
