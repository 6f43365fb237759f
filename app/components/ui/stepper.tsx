import { useRef, useState } from 'react';
import { Icon } from './icon';

export type StepperProps = {
  name: string;
  /** What is counted, read out with the number. */
  label: string;
  min?: number | undefined;
  max: number;
  defaultValue?: number | undefined;
  disabled?: boolean | undefined;
  labels: { fewer: string; more: string };
  onValueChange?: ((value: number) => void) | undefined;
};

/**
 * A quantity. A number input by itself; with a script two buttons step it. At its end a button says so and stays where it is,
 * so that whoever steps by keyboard does not lose their place.
 */
export function Stepper(props: StepperProps) {
  const { name, label, min = 0, max, defaultValue = min, disabled, labels, onValueChange } = props;
  const input = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(defaultValue);
  const locked = disabled || max <= min;

  function step(direction: 'up' | 'down') {
    if (!input.current) return;
    if (direction === 'up') input.current.stepUp();
    else input.current.stepDown();
    input.current.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function take(next: number) {
    setValue(next);
    onValueChange?.(next);
  }

  return (
    <div className="stepper" role="group" aria-label={label}>
      <button type="button" aria-label={labels.fewer} disabled={locked} aria-disabled={value <= min} onClick={() => step('down')}>
        <Icon name="minus" />
      </button>
      <input
        ref={input}
        type="number"
        inputMode="numeric"
        name={name}
        aria-label={label}
        min={min}
        max={max}
        step={1}
        defaultValue={defaultValue}
        disabled={locked}
        onChange={(event) => take(event.currentTarget.valueAsNumber || min)}
      />
      <button type="button" aria-label={labels.more} disabled={locked} aria-disabled={value >= max} onClick={() => step('up')}>
        <Icon name="plus" />
      </button>
    </div>
  );
}
