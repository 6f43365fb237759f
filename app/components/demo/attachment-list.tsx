import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon';
import { SectionHeader } from '../ui/section-header';

export type AttachmentItem = { name: string; bytes: number; href: string };

const KIB = 1024;

/** The files of a mail, with their size and the way to get them. */
export function AttachmentList({ attachments }: { attachments: readonly AttachmentItem[] }) {
  const { t, i18n } = useTranslation('demo');
  if (attachments.length === 0) return null;
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <section aria-labelledby="mail-attachments">
      <SectionHeader id="mail-attachments" title={t('mail.attachments')} />
      <ul>
        {attachments.map(({ name, bytes, href }) => (
          <li key={href}>
            <a className="list-row" href={href} download>
              <span>
                <b>{name || t('mail.unnamed')}</b>
                <span className="list-row-sub num">{number.format(bytes / KIB)} kB</span>
              </span>
              <Icon name="download" label={t('mail.download')} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
