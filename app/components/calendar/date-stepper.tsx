import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { TextInput } from '../ui/text-input';

export type DateStepperProps = {
  label: string;
  previous: { href: string; label: string };
  next: { href: string; label: string };
  /** The day on show; the year is left out on a phone. */
  current: { text: string; year?: string | undefined };
  /** A form to jump to any day. */
  picker?:
    | {
        action: string;
        name: string;
        value: string;
        label: string;
        submit: string;
        /** What of the address stays as it is. */
        hidden?: Readonly<Record<string, string>> | undefined;
      }
    | undefined;
};

/** The day before, the day on show, the day after. */
export function DateStepper({ label, previous, next, current, picker }: DateStepperProps) {
  const day = (
    <>
      <Icon name="calendar" />
      <span>
        {current.text}
        {current.year && <span className="date-stepper-year"> {current.year}</span>}
      </span>
    </>
  );
  return (
    <div className="date-stepper" role="group" aria-label={label}>
      <a href={previous.href} aria-label={previous.label}>
        <Icon name="chevron-left" />
      </a>
      {picker ? (
        <details className="date-stepper-now date-stepper-picker">
          <summary>{day}</summary>
          <form className="date-stepper-form" method="get" action={picker.action}>
            {Object.entries(picker.hidden ?? {}).map(
              ([name, value]) => value !== '' && <input key={name} type="hidden" name={name} value={value} />,
            )}
            <TextInput type="date" name={picker.name} defaultValue={picker.value} aria-label={picker.label} />
            <Button variant="primary">{picker.submit}</Button>
          </form>
        </details>
      ) : (
        <span className="date-stepper-now">{day}</span>
      )}
      <a href={next.href} aria-label={next.label}>
        <Icon name="chevron-right" />
      </a>
    </div>
  );
}
