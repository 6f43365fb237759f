/** What can be added to a booking: things to borrow, people by the hour, cleaning once a booking. */
export type AddOnKind = 'equipment' | 'staff' | 'cleaning';
