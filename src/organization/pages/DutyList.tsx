import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { None } from '#kit/Table';
import { useLanguage } from '#platform/browser/language';
import type { Duty } from '../model.ts';

/** What hangs on a post, each leading to where it is listed. */
export function DutyList(props: { duties: Duty[] }): ReactNode {
  const { language } = useLanguage();
  const navigate = useNavigate();
  if (props.duties.length === 0) return <None />;
  return props.duties.map(({ kind, path, text }) => (
    <div key={kind}>
      <a
        href={path}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          navigate({ href: path });
        }}
      >
        {text[language]}
      </a>
    </div>
  ));
}
