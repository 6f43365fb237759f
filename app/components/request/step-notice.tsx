import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';
import { isAtField, type RefusedStep, refusedStepText } from './refused-step';

/** What the last step did, or why it did nothing; what is wrong with a field is told at the field. */
export function StepNotice({ said, refused }: { said: string | null; refused: RefusedStep | null }) {
  const { t } = useTranslation('approval');
  if (refused) {
    if (isAtField(refused.code)) return null;
    return (
      <Notice tone="danger" title={t('refused.title')} announce>
        <p>{refusedStepText(refused.code, t)}</p>
      </Notice>
    );
  }
  return said === null ? null : <Notice tone="success" title={said} announce />;
}
