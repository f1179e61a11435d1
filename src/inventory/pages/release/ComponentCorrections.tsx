import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { EvidenceSection } from '#kit/Evidence';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import type { ComponentIdentity, ReleaseComponentPage } from '../../contract/release-components.ts';
import shared from '../products.module.css';
import { useChanged } from '../use-changed.ts';
import { useComponentRefusal } from './component-refusal.ts';
import { text } from './components-text.ts';
import { releases } from './queries.ts';
import classes from './release.module.css';

/** What people have said that a component really is, and the way back. */
export function ComponentCorrections(props: {
  page: ReleaseComponentPage;
  onMoved: (componentId: number) => void;
}): ReactNode {
  const { page } = props;
  const all = useText(text);
  const words = all.panel;
  const refusal = useComponentRefusal();
  const toast = useToast();
  const changed = useChanged();
  if (page.corrections.length === 0) return null;
  const revoke = async (id: string) => {
    try {
      const { component } = await releases.revokeCorrection({ id });
      props.onMoved(component.id);
      await changed();
      toast(words.revoked);
    } catch (thrown) {
      toast(refusal(thrown));
    }
  };
  return (
    <EvidenceSection title={words.corrections}>
      <ul className={shared.history}>
        {page.corrections.map(({ id, from, to, releaseId, reason, madeAt, by }) => (
          <li key={id}>
            {words.correction(short(from), short(to))}
            <div className={shared.quiet}>
              <Time at={madeAt} /> {by} {releaseId === null ? words.everywhere : words.here}
            </div>
            <div className={shared.prose}>{reason}</div>
            {page.mayChange ? (
              <div className={classes.act}>
                <Button size="small" icon="undo" onClick={() => revoke(id)}>
                  {words.revoke}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </EvidenceSection>
  );
}

const short = ({ name, version }: ComponentIdentity) => [name, version].filter(Boolean).join(' ');
