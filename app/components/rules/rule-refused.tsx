import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';
import { ruleRefusal } from './rule-errors';

/** Nothing was changed, and why. */
export function RuleRefused({ code }: { code: string }) {
  const { t } = useTranslation('rules');
  return (
    <Notice tone="danger" title={t('refused.title')} announce>
      {ruleRefusal(code, t)}
    </Notice>
  );
}
