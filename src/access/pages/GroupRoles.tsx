import type { ReactNode } from 'react';
import { Button, IconButton } from '#kit/Button';
import { SelectField, TextField } from '#kit/Field';
import { useLanguage, useText } from '#platform/browser/language';
import { Role, roles } from '../model.ts';
import { useDivisions } from './Divisions.tsx';
import classes from './people.module.css';
import { peopleText } from './people-text.ts';
import type { GroupLine } from './provider-draft.ts';
import { providerText } from './provider-text.ts';

/** Which group gives which role, and where. */
export function GroupRoles(props: { lines: GroupLine[]; onChange: (lines: GroupLine[]) => void }): ReactNode {
  const words = useText(providerText).form;
  const { everywhere } = useText(peopleText).panel;
  const { language } = useLanguage();
  const divisions = useDivisions();
  const { lines, onChange } = props;
  const change = (key: number, part: Partial<GroupLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const add = () => {
    const key = Math.max(-1, ...lines.map((line) => line.key)) + 1;
    onChange([...lines, { key, group: '', role: 'reader', divisionId: null }]);
  };
  return (
    <fieldset className={classes.groups}>
      <legend>{words.groups}</legend>
      {lines.map((line) => (
        <div key={line.key} className={classes.group}>
          <TextField
            name={`group-${line.key}`}
            label={words.group}
            value={line.group}
            onChange={(event) => change(line.key, { group: event.currentTarget.value })}
          />
          <SelectField
            name={`group-role-${line.key}`}
            label={words.role}
            value={line.role}
            onChange={(event) => change(line.key, { role: Role.parse(event.currentTarget.value) })}
            options={Role.options.map((value) => ({ value, label: roles[value][language] }))}
          />
          <SelectField
            name={`group-where-${line.key}`}
            label={words.where}
            value={line.divisionId ?? ''}
            onChange={(event) => change(line.key, { divisionId: event.currentTarget.value || null })}
            options={[
              { value: '', label: everywhere },
              ...divisions.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <IconButton
            icon="close"
            label={words.removeGroup(line.group)}
            onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon="plus" onClick={add}>
          {words.addGroup}
        </Button>
      </div>
    </fieldset>
  );
}
