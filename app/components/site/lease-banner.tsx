import { ButtonLink } from '../ui/button';

export type LeaseBannerProps = {
  id: string;
  title: string;
  text: string;
  action: { href: string; label: string };
  facts: readonly { term: string; value: string }[];
};

/** How to become a tenant: the open door, its terms and the way to apply. */
export function LeaseBanner({ id, title, text, action, facts }: LeaseBannerProps) {
  return (
    <section className="lease-banner" aria-labelledby={id}>
      <div className="wrap">
        <div>
          <h2 className="h2" id={id}>
            {title}
          </h2>
          <p>{text}</p>
          <ButtonLink variant="dark" size="xl" iconAfter="arrow-right" href={action.href}>
            {action.label}
          </ButtonLink>
        </div>
        <dl className="num">
          {facts.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
