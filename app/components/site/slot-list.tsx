export type FreeSlot = { href: string; time: string; ariaLabel: string };

export type SlotRoom = {
  /** The number on the plan. */
  number: number;
  name: string;
  /** Building and size. */
  facts: string;
  price: string;
  /** Free, but not at the time that was asked for. */
  later?: boolean | undefined;
  slots: readonly FreeSlot[];
};

/** Rooms with their free times as buttons, numbered as on the plan. */
export function SlotList({ rooms }: { rooms: readonly SlotRoom[] }) {
  return (
    <ul className="slot-list">
      {rooms.map(({ number, name, facts, price, later, slots }) => (
        <li key={name}>
          <span className={later ? 'slot-number slot-number-later' : 'slot-number'}>{number}</span>
          <span>
            <strong>{name}</strong> <span className="slot-facts">{facts}</span>
          </span>
          <span className="slot-facts num">{price}</span>
          <ul>
            {slots.map((slot) => (
              <li key={slot.href}>
                <a className="slot num" href={slot.href} aria-label={slot.ariaLabel}>
                  {slot.time}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
