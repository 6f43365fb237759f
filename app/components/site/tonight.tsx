import type { ReactNode } from 'react';
import { Icon } from '../ui/icon';

export type TonightProps = {
  plan: {
    title: string;
    /** `Segments`: now, tonight, tomorrow. */
    times?: ReactNode;
    /** `Yard`. */
    picture: ReactNode;
    /** `YardLegend`. */
    legend: ReactNode;
  };
  slots: {
    id: string;
    title: string;
    /** E.g. "6 av 12 rom". */
    count: string;
    /** `SlotList`. */
    list: ReactNode;
    more: { href: string; label: string };
  };
};

/** The drawn yard and, beside it, the same as a list of free times. */
export function Tonight({ plan, slots }: TonightProps) {
  return (
    <section className="tonight" aria-labelledby={slots.id}>
      <div className="tonight-plan">
        <div className="tonight-plan-head">
          <h2 className="h3">{plan.title}</h2>
          {plan.times}
        </div>
        {plan.picture}
        {plan.legend}
      </div>
      <div className="tonight-slots">
        <div className="tonight-slots-head">
          <h2 className="h3" id={slots.id}>
            {slots.title}
          </h2>
          <span>{slots.count}</span>
        </div>
        {slots.list}
        <a className="more-link" href={slots.more.href}>
          {slots.more.label}
          <Icon name="arrow-right" />
        </a>
      </div>
    </section>
  );
}
