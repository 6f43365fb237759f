import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button';

type ErrorPageProps = {
  /** HTTP status of the answer; 0 when there was none. */
  status: number;
  /** Id of the fault in the log, when it was a fault of ours. */
  faultId: string | undefined;
  path: string;
};

type ErrorReason = 'noContact' | 'notFound' | 'forbidden' | 'badRequest' | 'fault';

const REASON_BY_STATUS: Partial<Record<number, ErrorReason>> = {
  0: 'noContact',
  400: 'badRequest',
  403: 'forbidden',
  404: 'notFound',
  405: 'badRequest',
};

/** Key of the heading, which is the title of the window as well. */
export function errorTitleKey(status: number): `error.${ErrorReason}Title` {
  return `error.${reasonOf(status)}Title`;
}

const reasonOf = (status: number): ErrorReason => REASON_BY_STATUS[status] ?? 'fault';

/** What happened, what is safe, what to do. */
export function ErrorPage({ status, faultId, path }: ErrorPageProps) {
  const { t } = useTranslation('common');
  return (
    <div className="wrap error-page">
      <h1 className="h1">{t(errorTitleKey(status))}</h1>
      <p>{t(`error.${reasonOf(status)}Text`)}</p>
      {faultId && <p className="small muted">{t('error.faultId', { id: faultId })}</p>}
      <ButtonLink href={status !== 403 && path.startsWith('/admin') ? '/admin' : '/'} variant="primary">
        {t('error.toFront')}
      </ButtonLink>
    </div>
  );
}
