import { Icon } from '../ui/icon';

/** Whether the chosen time can be had, in one line that is read out when it changes. */
export function AvailabilityNote({ free, text }: { free: boolean; text: string }) {
  return (
    <p className={free ? 'availability-note' : 'availability-note availability-note-taken'} role="status">
      <Icon name={free ? 'check' : 'alert'} />
      <span>{text}</span>
    </p>
  );
}
