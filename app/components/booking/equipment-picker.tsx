import type { ReactNode } from 'react';
import { Stepper } from '../ui/stepper';

export type EquipmentItem = {
  key: string;
  /** The field's name in the form. */
  fieldName: string;
  name: string;
  /** What it is, or until when it is taken. */
  note?: string | undefined;
  price: string;
  quantity: number;
  /** How many are left; nought makes it unavailable. */
  available: number;
  /** It comes with the booking and cannot be chosen away. */
  included?: boolean | undefined;
  /** More to choose about it. */
  more?: ReactNode;
  quantityLabel: string;
};

export type EquipmentPickerProps = {
  items: readonly EquipmentItem[];
  labels: { fewer: string; more: string };
};

/** Equipment to go with a room, with price and quantity. */
export function EquipmentPicker({ items, labels }: EquipmentPickerProps) {
  return (
    <ul className="equipment">
      {items.map((item) => (
        <li key={item.key} className={item.available > 0 || item.included ? undefined : 'equipment-off'}>
          <div>
            <b>{item.name}</b>
            {item.note && <p>{item.note}</p>}
          </div>
          <span className="equipment-price num">{item.price}</span>
          {!item.included && (
            <Stepper name={item.fieldName} label={item.quantityLabel} max={item.available} defaultValue={item.quantity} labels={labels} />
          )}
          {item.more}
        </li>
      ))}
    </ul>
  );
}
