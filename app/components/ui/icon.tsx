import { classNames } from './class-names';
import { iconShapes, type IconName } from './icon-shapes';

export type { IconName };

type IconProps = {
  name: IconName;
  /** Only for an icon without a word beside it. */
  label?: string | undefined;
  small?: boolean | undefined;
};

/** One line icon. Silent for screen readers unless it carries a label. */
export function Icon({ name, label, small }: IconProps) {
  return (
    <svg
      className={classNames('icon', small && 'icon-small')}
      viewBox="0 0 20 20"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {iconShapes[name]}
    </svg>
  );
}
