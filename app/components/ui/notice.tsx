import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const toneIcon: Record<NoticeTone, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'clock',
  danger: 'alert',
};

export type NoticeProps = {
  tone?: NoticeTone | undefined;
  /** Says the tone in words: colour and icon alone are not enough. */
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out at once when it appears: after an action, not for standing text. */
  announce?: boolean | undefined;
};

/** A message in the page: what happened, what is safe, what to do. */
export function Notice({ tone = 'info', title, children, actions, announce }: NoticeProps) {
  const role = announce ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon name={toneIcon[tone]} />
      <p className="notice-title">{title}</p>
      {children && <div className="notice-body">{children}</div>}
      {actions && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
