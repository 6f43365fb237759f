import { useTranslation } from 'react-i18next';
import { readBookingDraft } from '~/modules/bookings/booking-draft';
import { slotFrom } from '~/modules/bookings/slot-from';
import { SoundChoice } from '../neighbours/sound-choice';
import { AddOnChoices } from '../booking/add-on-choices';
import { BookingBlock, WhenFields } from '../booking/booking-layout';
import { useLocale } from '../site/use-locale';
import { CheckField } from '../ui/check-field';
import { RadioCards } from '../ui/radio-cards';
import { SelectField, type SelectOptionGroup } from '../ui/select';
import { TextField } from '../ui/text-input';
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
      <BookingBlock id="who" title={t('new.who')}>
        <div className="form-grid">
          <TextField {...field('epost')} type="email" label={t('new.email')} autoComplete="off" spellCheck={false} />
          <TextField {...field('navn')} label={t('new.name')} autoComplete="off" maxLength={100} />
        </div>
        <p className="field-hint desk-hint">{t('new.emailHint')}</p>
      </BookingBlock>
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
          <CheckField
            id="unntak"
            name="unntak"
            label={t('new.override')}
            hint={t('new.overrideHint')}
            defaultChecked={values['unntak'] !== undefined}
          />
        </div>
      </BookingBlock>
      <AddOns view={view} />
      <BookingBlock id="payment" title={t('new.payment')}>
        <div className="stack">
          <RadioCards
            name="betaling"
            labelledBy="payment"
            defaultValue={values['betaling'] ?? 'card'}
            options={(['card', 'on_account', 'free'] as const).map((value) => ({
              value,
              title: t(`new.method.${value}`),
              text: t(`new.method.${value}Text`),
            }))}
          />
          <SelectField
            {...field('organisasjon')}
            label={t('new.optional', { label: t('new.organisation') })}
            hint={t('new.organisationHint')}
            options={[
              { value: '', label: t('new.noOrganisation') },
              ...view.organisations.map(({ id, name, onAccount }) => ({
                value: id,
                label: onAccount ? `${name} (${t('method.on_account').toLowerCase()})` : name,
              })),
            ]}
          />
        </div>
      </BookingBlock>
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
