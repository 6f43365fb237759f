import { useTranslation } from 'react-i18next';

/** Below a search for one room: the way to several at once. */
export function ProjectLink() {
  const { t } = useTranslation('home');
  return (
    <p className="project-link">
      <a href="/prosjekt">{t('search.project')}</a>
    </p>
  );
}
