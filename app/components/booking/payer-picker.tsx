import { RadioCards } from '../ui/radio-cards';

export type Payer = {
  value: string;
  title: string;
  /** How it is paid, or why it cannot be. */
  text: string;
  share?: string | undefined;
  available?: boolean | undefined;
};

export type PayerPickerProps = {
  name: string;
  /** The id of the heading that asks. */
  labelledBy: string;
  payers: readonly Payer[];
  chosen?: string | undefined;
  error?: string | undefined;
  onChoose?: ((value: string) => void) | undefined;
};

/** Who pays: the person, the band together, or an organisation on account. */
export function PayerPicker({ name, labelledBy, payers, chosen, error, onChoose }: PayerPickerProps) {
  const options = payers.map(({ value, title, text, share, available = true }) => ({
    value,
    title,
    text,
    end: share,
    disabled: !available,
  }));
  return <RadioCards {...{ name, labelledBy, options, error }} defaultValue={chosen} onValueChange={onChoose} />;
}
