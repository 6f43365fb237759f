/** Rooms are booked in half-hour steps of the wall clock. Oslo's offset is whole hours, so they are half hours of time as well. */
export const STEP_MINUTES = 30;

const STEP = STEP_MINUTES * 60_000;

export function isOnStep(instant: Date): boolean {
  return instant.getTime() % STEP === 0;
}

export function ceilToStep(instant: Date): Date {
  return new Date(Math.ceil(instant.getTime() / STEP) * STEP);
}

export function floorToStep(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / STEP) * STEP);
}
