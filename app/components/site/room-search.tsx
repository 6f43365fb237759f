import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { SelectField, type SelectProps } from '../ui/select';

export type RoomSearchField = {
  name: string;
  label: string;
  options: SelectProps['options'];
  defaultValue?: string | undefined;
};

export type RoomSearchProps = {
  id?: string | undefined;
  action: string;
  label: string;
  /** When, from, how long, for what. */
  fields: readonly RoomSearchField[];
  submit: string;
  /** Asks for the number of people as well. */
  withPeople?: boolean | undefined;
};

/** The search for a free room, on a painted wall. A plain GET form. */
export function RoomSearch({ id = 'room-search', action, label, fields, submit, withPeople }: RoomSearchProps) {
  return (
    <form
      className={classNames('room-search', withPeople && 'room-search-with-people')}
      id={id}
      aria-label={label}
      action={action}
      method="get"
    >
      {fields.map((field) => (
        <SelectField key={field.name} id={`${id}-${field.name}`} {...field} />
      ))}
      <Button variant="straw" icon="search">
        {submit}
      </Button>
    </form>
  );
}
