import { useTranslation } from 'react-i18next';
import { ANSWER_DAYS, USUAL_TERMS } from '~/modules/bookings/closure-offers/closure-offer';
import { CheckField } from '../ui/check-field';
import { SelectField } from '../ui/select';

/** What those who are hit may do, and for how long. */
export function ClosureTermsFields() {
  const { t } = useTranslation('closures');
  return (
    <fieldset className="stack desk-gap">
      <legend className="h3">{t('termsTitle')}</legend>
      <p>{t('termsText')}</p>
      <SelectField
        id="answer-days"
        name="answerDays"
        label={t('answerDays')}
        hint={t('answerDaysHint')}
        defaultValue={String(USUAL_TERMS.answerDays)}
        options={ANSWER_DAYS.map((days) => ({ value: String(days), label: t('days', { count: days }) }))}
      />
      <CheckField id="may-keep" name="mayKeep" value="ja" label={t('mayKeep')} hint={t('mayKeepHint')} />
    </fieldset>
  );
}
