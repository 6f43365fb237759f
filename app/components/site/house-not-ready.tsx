import { useTranslation } from 'react-i18next';
import { PageHead } from '../layout/page-head';
import { EmptyState } from '../ui/empty-state';

/** Nobody has entered rooms or prices yet: says so, on pages that have nothing else to show. */
export function HouseNotReady() {
  const { t } = useTranslation('common');
  return (
    <EmptyState level={2} title={t('notReady.title')}>
      {t('notReady.text')}
    </EmptyState>
  );
}

/** The same as a page of its own. */
export function HouseNotReadyPage({ title }: { title: string }) {
  return (
    <div className="wrap page stack">
      <PageHead title={title} />
      <HouseNotReady />
    </div>
  );
}
