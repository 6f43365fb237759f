import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';

export type ButtonVariant = 'primary' | 'secondary' | 'straw' | 'dark' | 'quiet';

type Look = {
  variant?: ButtonVariant | undefined;
  size?: 'xl' | undefined;
  wide?: boolean | undefined;
  icon?: IconName | undefined;
  iconAfter?: IconName | undefined;
  children: ReactNode;
};

function buttonClass({ variant = 'secondary', size, wide }: Look, className?: string) {
  return classNames('button', `button-${variant}`, size && `button-${size}`, wide && 'button-wide', className);
}

function ButtonContent({ icon, iconAfter, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </>
  );
}

export type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement>;

/** A button that does something here. Submits its form unless `type="button"`. */
export function Button(props: ButtonProps) {
  const { variant, size, wide, icon, iconAfter, children, className, ...rest } = props;
  return (
    <button type="submit" {...rest} className={buttonClass(props, className)}>
      <ButtonContent icon={icon} iconAfter={iconAfter}>
        {children}
      </ButtonContent>
    </button>
  );
}

export type ButtonLinkProps = Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A link that looks like a button, for going somewhere. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant, size, wide, icon, iconAfter, children, className, ...rest } = props;
  return (
    <a {...rest} className={buttonClass(props, className)}>
      <ButtonContent icon={icon} iconAfter={iconAfter}>
        {children}
      </ButtonContent>
    </a>
  );
}
