import { useTranslation } from 'react-i18next';
import type { ProjectPage } from '~/modules/bookings/project/project-page.queries.server';
import type { PlanRefusal } from '~/modules/bookings/request-occurrences.server';
import { BookingLayout } from '../booking/booking-layout';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { ErrorSummary } from '../ui/error-summary';
import { Notice } from '../ui/notice';
import { attemptText, projectErrors } from './project-errors';
import { ProjectForm } from './project-form';
import { ProjectQuote } from './project-quote';

export type ProjectViewProps = {
  page: ProjectPage;
  /** Why an attempt to book did not succeed. */
  refusal: PlanRefusal | null;
};

/** Puts a project together: its parts at the left, the price of each at the right. */
export function ProjectView({ page, refusal }: ProjectViewProps) {
  const { t } = useTranslation('project');
  const locale = useLocale();
  return (
    <div className="wrap page booking-page">
      <PageHead title={t('page.title')} lead={t('page.lead')} back={{ href: '/rom', label: t('page.back') }} />
      <ErrorSummary title={t('page.summary')} errors={projectErrors(page.problems, t)} />
      {refusal && <Notice tone="danger" title={attemptText(refusal, { t, locale })} announce />}
      <BookingLayout side={<ProjectQuote page={page} />}>
        <ProjectForm page={page} />
      </BookingLayout>
    </div>
  );
}
