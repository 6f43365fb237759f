import { useEffect, useState } from 'react';
import { Icon } from '../ui/icon';
import { CONTACT_BACK, CONTACT_LOST } from './patient-fetch';

type OfflineNoticeProps = { text: string; backText: string };

const BACK_SHOWN_MS = 4_000;

/** Says that the network is away, and that nothing typed is lost: what would leave the page then, stays undone. */
export function OfflineNotice({ text, backText }: OfflineNoticeProps) {
  const contact = useContact();
  useEffect(() => (contact === 'lost' ? keepPage() : undefined), [contact]);
  return (
    <div className="offline" role="status">
      {contact === 'lost' && (
        <p className="offline-notice">
          <Icon name="alert" />
          {text}
        </p>
      )}
      {contact === 'back' && (
        <p className="offline-notice offline-back">
          <Icon name="check" />
          {backText}
        </p>
      )}
    </div>
  );
}

/** `back` for the moment after the network returned. */
function useContact(): 'fine' | 'lost' | 'back' {
  const [contact, setContact] = useState<'fine' | 'lost' | 'back'>('fine');

  useEffect(() => {
    const lose = () => setContact('lost');
    const regain = () => setContact((before) => (before === 'lost' ? 'back' : before));
    if (!navigator.onLine) lose();
    const lost = ['offline', CONTACT_LOST];
    const regained = ['online', CONTACT_BACK];
    lost.forEach((name) => window.addEventListener(name, lose));
    regained.forEach((name) => window.addEventListener(name, regain));
    return () => {
      lost.forEach((name) => window.removeEventListener(name, lose));
      regained.forEach((name) => window.removeEventListener(name, regain));
    };
  }, []);

  useEffect(() => {
    if (contact !== 'back') return undefined;
    const timer = window.setTimeout(() => setContact('fine'), BACK_SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [contact]);

  return contact;
}

/** Stops links and forms before anybody acts on them, as long as the browser knows that it is offline. */
function keepPage(): () => void {
  const stay = (event: Event) => {
    const leaves =
      event.type === 'submit' || (event.target as Element).closest('a[href]:not([href^="#"], [href^="mailto:"], [href^="tel:"])');
    if (navigator.onLine || !leaves) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', stay, { capture: true });
  window.addEventListener('submit', stay, { capture: true });
  return () => {
    window.removeEventListener('click', stay, { capture: true });
    window.removeEventListener('submit', stay, { capture: true });
  };
}
