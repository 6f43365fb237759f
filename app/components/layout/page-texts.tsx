import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAGE_TEXTS_ID } from '~/locales/config';

/** The texts that a page is rendered with travel in it, so that React takes over without asking for them. Later pages load theirs. */
export function PageTexts({ namespaces }: { namespaces: readonly string[] }) {
  const { i18n } = useTranslation('common');
  const [json] = useState(() => {
    const texts = namespaces.map((namespace) => [namespace, i18n.getResourceBundle(i18n.language, namespace) as unknown]);
    return JSON.stringify(Object.fromEntries(texts)).replaceAll('<', '\\u003c');
  });
  return <script id={PAGE_TEXTS_ID} type="application/json" dangerouslySetInnerHTML={{ __html: json }} />;
}
