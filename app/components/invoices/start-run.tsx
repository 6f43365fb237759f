import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';

export type StartRunProps = {
  /** `2026-11`. */
  month: string;
  requestKey: string;
  invoiceCount: number;
  /** The run under way in the house. */
  runningId: string | null;
  issuedElsewhere: boolean;
  hasBegun: boolean;
};

/** The one button of the month, or why it is not there. */
export function StartRun({ month, requestKey, invoiceCount, runningId, issuedElsewhere, hasBegun }: StartRunProps) {
  const { t } = useTranslation('invoicing');
  if (issuedElsewhere) {
    return (
      <Notice tone="info" title={t('start.elsewhere')}>
        {t('start.elsewhereText')}
      </Notice>
    );
  }
  if (runningId !== null) {
    const follow = <ButtonLink href={`/admin/fakturering/kjoring/${runningId}`}>{t('start.follow')}</ButtonLink>;
    return (
      <Notice tone="warning" title={t('start.running')} actions={follow}>
        {t('start.runningText')}
      </Notice>
    );
  }
  if (!hasBegun) {
    return (
      <Notice tone="info" title={t('start.later')}>
        {t('start.laterText')}
      </Notice>
    );
  }
  if (invoiceCount === 0) return null;
  return (
    <Form method="post" className="start-run no-print">
      <input type="hidden" name="maned" value={month} />
      <input type="hidden" name="nokkel" value={requestKey} />
      <p>{t('start.text')}</p>
      <Button variant="primary">{t('start.button', { count: invoiceCount })}</Button>
    </Form>
  );
}
