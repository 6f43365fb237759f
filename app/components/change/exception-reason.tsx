import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/text-input';

type ExceptionReasonProps = {
  /** What was typed, when it was refused. */
  typed: string;
  missing: boolean;
};

/** A rule of the house is set aside: asks why. A field of the form that saves. */
export function ExceptionReason({ typed, missing }: ExceptionReasonProps) {
  const { t } = useTranslation('change');
  return (
    <TextField
      id="begrunnelse"
      name="begrunnelse"
      label={t('exception.reason')}
      hint={t('exception.reasonHint')}
      defaultValue={typed}
      error={missing ? t('refusal.reason_missing') : undefined}
      required
      maxLength={200}
      autoComplete="off"
    />
  );
}
