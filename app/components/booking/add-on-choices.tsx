import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatClock, formatDuration } from '~/lib/format-time';
import { addMinutes, type Interval } from '~/lib/interval';
import { localMinuteOf } from '~/lib/local-time';
import { type BookingDraft, EQUIPMENT_FIELD, FROM_FIELD, TO_FIELD } from '~/modules/bookings/booking-draft';
import type { BookingPreview, OfferedAddOn } from '~/modules/bookings/booking-preview.queries.server';
import { clockText } from '~/modules/bookings/clock-text';
import { useLocale } from '../site/use-locale';
import { Select } from '../ui/select';
import { BookingBlock } from './booking-layout';
import { EquipmentPicker } from './equipment-picker';
import { RigChoices } from './rig-choices';

const KINDS = ['equipment', 'staff', 'cleaning'] as const;
const STEP_MINUTES = 30;

export type AddOnChoicesProps = {
  preview: Pick<BookingPreview, 'equipment' | 'rigHourOre'>;
  slot: Interval | null;
  draft: Pick<BookingDraft, 'quantities' | 'hours' | 'riggFor' | 'riggEtter'>;
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string | undefined>>;
};

/** What can be added to a booking, a block for each kind: things, people, cleaning, time to rig. */
export function AddOnChoices({ preview, slot, draft, errors }: AddOnChoicesProps) {
  const { t } = useTranslation('booking');
  return (
    <>
      {KINDS.map((kind) => {
        const items = preview.equipment.filter((item) => item.kind === kind);
        return (
          items.length > 0 && (
            <BookingBlock key={kind} id={kind} title={t(`addOn.${kind}`)}>
              <Items items={items} slot={slot} draft={draft} />
              {errors[kind] && <p className="field-error">{errors[kind]}</p>}
            </BookingBlock>
          )
        );
      })}
      {preview.rigHourOre !== null && <RigChoices hourOre={preview.rigHourOre} slot={slot} draft={draft} error={errors['riggFor']} />}
    </>
  );
}

function Items({ items, slot, draft }: { items: readonly OfferedAddOn[] } & Pick<AddOnChoicesProps, 'slot' | 'draft'>) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  return (
    <EquipmentPicker
      labels={{ fewer: t('bookPage.fewer'), more: t('bookPage.more') }}
      items={items.map((item) => {
        const name = locale === 'nb' ? item.nameNb : item.nameEn;
        const price = formatOre(item.grossPriceOre, locale);
        return {
          key: item.id,
          fieldName: `${EQUIPMENT_FIELD}${item.id}`,
          name,
          note: noteOf(item),
          price: item.kind === 'staff' ? t('addOn.perHour', { price }) : price,
          quantity: draft.quantities[item.id] ?? 0,
          available: item.tooLate ? 0 : item.available,
          included: item.required,
          quantityLabel: t('bookPage.quantityOf', { item: name }),
          more: item.kind === 'staff' && slot && <Hours item={item} name={name} slot={slot} draft={draft} />,
        };
      })}
    />
  );

  function noteOf(item: OfferedAddOn): string {
    if (item.required) return t('addOn.required');
    if (item.tooLate) return t('addOn.notice', { duration: formatDuration(item.noticeMinutes, locale) });
    if (item.available === 0) return t('bookPage.unavailable');
    if (item.kind === 'cleaning') return locale === 'nb' ? item.descriptionNb : item.descriptionEn;
    const free = t('bookPage.available', { count: item.available });
    return item.minMinutes > 0 ? `${free}. ${t('addOn.least', { duration: formatDuration(item.minMinutes, locale) })}` : free;
  }
}

/** From when until when people are wanted; all of the booking until something else is chosen. */
function Hours({ item, name, slot, draft }: { item: OfferedAddOn; name: string; slot: Interval } & Pick<AddOnChoicesProps, 'draft'>) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  const rigged = {
    start: addMinutes(slot.start, -Number(draft.riggFor || 0)),
    end: addMinutes(slot.end, Number(draft.riggEtter || 0)),
  };
  const clocks = clocksIn(rigged).map((at) => ({ value: clockText(localMinuteOf(at)), label: formatClock(at, locale) }));
  const chosen = draft.hours[item.id];
  return (
    <div className="add-on-hours num">
      <Select
        name={`${FROM_FIELD}${item.id}`}
        aria-label={t('addOn.fromNamed', { item: name })}
        defaultValue={chosen?.from ?? ''}
        options={[{ value: '', label: t('addOn.fromStart') }, ...clocks.slice(0, -1)]}
      />
      <Select
        name={`${TO_FIELD}${item.id}`}
        aria-label={t('addOn.toNamed', { item: name })}
        defaultValue={chosen?.to ?? ''}
        options={[{ value: '', label: t('addOn.toEnd') }, ...clocks.slice(1)]}
      />
    </div>
  );
}

function clocksIn({ start, end }: Interval): Date[] {
  const clocks: Date[] = [];
  for (let at = start; at <= end && clocks.length < 50; at = addMinutes(at, STEP_MINUTES)) clocks.push(at);
  return clocks;
}
