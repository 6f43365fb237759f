import { useTranslation } from 'react-i18next';
import type { Interval } from '~/lib/interval';
import { type BookingDraft, EQUIPMENT_FIELD, FROM_FIELD, TO_FIELD } from '~/modules/bookings/booking-draft';
import type { BookingPreview } from '~/modules/bookings/booking-preview.queries.server';
import { AddOnItems } from './add-on-items';
import { BookingBlock } from './booking-layout';
import { RigChoices } from './rig-choices';

const KINDS = ['equipment', 'staff', 'cleaning'] as const;

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
  const fieldsOf = ({ id }: { readonly id: string }) => ({
    ...{ quantity: EQUIPMENT_FIELD + id, from: FROM_FIELD + id, to: TO_FIELD + id },
    chosen: { quantity: draft.quantities[id] ?? 0, from: '', to: '', ...draft.hours[id] },
  });
  return (
    <>
      {KINDS.map((kind) => {
        const items = preview.equipment.filter((item) => item.kind === kind);
        return (
          items.length > 0 && (
            <BookingBlock key={kind} id={kind} title={t(`addOn.${kind}`)}>
              <AddOnItems items={items} slot={slot} draft={draft} fieldsOf={fieldsOf} />
              {errors[kind] && <p className="field-error">{errors[kind]}</p>}
            </BookingBlock>
          )
        );
      })}
      {preview.rigHourOre !== null && <RigChoices hourOre={preview.rigHourOre} slot={slot} draft={draft} error={errors['riggFor']} />}
    </>
  );
}
