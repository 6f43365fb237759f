import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatClock, formatDuration } from '~/lib/format-time';
import { addMinutes, type Interval } from '~/lib/interval';
import { localMinuteOf } from '~/lib/local-time';
import { clockText } from '~/modules/bookings/clock-text';
import type { OfferedAddOn } from '~/modules/bookings/offered-add-on';
import { useLocale } from '../site/use-locale';
import { Select } from '../ui/select';
import { EquipmentPicker } from './equipment-picker';

const STEP_MINUTES = 30;

export type AddOnItemsProps = {
  items: readonly OfferedAddOn[];
  slot: Interval | null;
  /** Minutes to rig; empty: none. */
  draft: { readonly riggFor: string; readonly riggEtter: string };
  /** What each item's fields are called, and what was chosen in them. */
  fieldsOf: (item: OfferedAddOn) => AddOnFields;
};

export type AddOnFields = Record<'quantity' | 'from' | 'to', string> & {
  readonly chosen: { readonly quantity: number; readonly from: string; readonly to: string };
};

/** Things, people and cleaning that can be added, each with its price, how much is free, and for people their hours. */
export function AddOnItems({ items, slot, draft, fieldsOf }: AddOnItemsProps) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  return (
    <EquipmentPicker
      labels={{ fewer: t('bookPage.fewer'), more: t('bookPage.more') }}
      items={items.map((item) => {
        const name = locale === 'nb' ? item.nameNb : item.nameEn;
        const price = formatOre(item.grossPriceOre, locale);
        const fields = fieldsOf(item);
        return {
          key: item.id,
          fieldName: fields.quantity,
          name,
          note: noteOf(item),
          price: item.kind === 'staff' ? t('addOn.perHour', { price }) : price,
          quantity: fields.chosen.quantity,
          available: item.tooLate ? 0 : item.available,
          included: item.required,
          quantityLabel: t('bookPage.quantityOf', { item: name }),
          more: item.kind === 'staff' && slot && <Hours name={name} slot={slot} draft={draft} fields={fields} />,
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

type HoursProps = { name: string; slot: Interval; fields: AddOnFields } & Pick<AddOnItemsProps, 'draft'>;

/** From when until when people are wanted; all of the booking until something else is chosen. */
function Hours({ name, slot, draft, fields }: HoursProps) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  const rigged = {
    start: addMinutes(slot.start, -Number(draft.riggFor || 0)),
    end: addMinutes(slot.end, Number(draft.riggEtter || 0)),
  };
  const clocks = clocksIn(rigged).map((at) => ({ value: clockText(localMinuteOf(at)), label: formatClock(at, locale) }));
  return (
    <div className="add-on-hours num">
      <Select
        name={fields.from}
        aria-label={t('addOn.fromNamed', { item: name })}
        defaultValue={fields.chosen.from}
        options={[{ value: '', label: t('addOn.fromStart') }, ...clocks.slice(0, -1)]}
      />
      <Select
        name={fields.to}
        aria-label={t('addOn.toNamed', { item: name })}
        defaultValue={fields.chosen.to}
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
