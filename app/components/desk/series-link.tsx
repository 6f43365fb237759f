import { useTranslation } from 'react-i18next';

const CARRIED = ['rom', 'dato', 'fra', 'til', 'antall', 'formal'] as const;

/** To the form for many dates, with what was chosen for one. */
export function SeriesLink({ values }: { values: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('seriesForm');
  const chosen = new URLSearchParams(CARRIED.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
  return <a href={`/admin/bestillinger/serie?${chosen.toString()}`}>{t('desk.link')}</a>;
}
