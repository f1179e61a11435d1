import type { ReactNode } from 'react';
import { SelectField, TextField } from '#kit/Field';
import { useLanguage, useText } from '#platform/browser/language';
import { Role, roles } from '../model.ts';
import { useDivisions } from './Divisions.tsx';
import { joined } from './joined.ts';
import { peopleText } from './people-text.ts';
import { permissionWords } from './permission-text.ts';

export type RoleDraft = { role: Role; divisionId: string | null; untilOn: string };

export const newRole: RoleDraft = { role: 'reader', divisionId: null, untilOn: '' };

/** The last instant of a day in Japan, or null for no end. */
export function endOf(untilOn: string): string | null {
  if (untilOn === '') return null;
  const next = Temporal.PlainDate.from(untilOn).add({ days: 1 });
  return next.toZonedDateTime('Asia/Tokyo').toInstant().toString();
}

/** Which role, where, until when; says what the role may do. */
export function RoleFields(props: { draft: RoleDraft; onChange: (draft: RoleDraft) => void }): ReactNode {
  const words = useText(peopleText);
  const { language } = useLanguage();
  const divisions = useDivisions();
  const { draft, onChange } = props;
  const may = roles[draft.role].allows.map((permission) => permissionWords[permission][language]);
  return (
    <>
      <SelectField
        name="role"
        label={words.grant.role}
        hint={words.grant.may(joined(may, language))}
        value={draft.role}
        onChange={(event) => onChange({ ...draft, role: Role.parse(event.currentTarget.value) })}
        options={Role.options.map((value) => ({ value, label: roles[value][language] }))}
      />
      {divisions.length > 0 ? (
        <SelectField
          name="division"
          label={words.grant.where}
          value={draft.divisionId ?? ''}
          onChange={(event) => onChange({ ...draft, divisionId: event.currentTarget.value || null })}
          options={[
            { value: '', label: words.panel.everywhere },
            ...divisions.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      <TextField
        name="role-until"
        type="date"
        label={words.grant.until}
        hint={words.grant.untilHint}
        optional
        value={draft.untilOn}
        onChange={(event) => onChange({ ...draft, untilOn: event.currentTarget.value })}
      />
    </>
  );
}
