import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { Panel } from '#kit/Panel';
import { useLanguage, useText } from '#platform/browser/language';
import classes from './account.module.css';
import { accountText } from './account-text.ts';
import { joined } from './joined.ts';
import { api, waysInQuery } from './queries.ts';
import { useChange } from './use-change.ts';

/** The providers by which the person can sign in, and linking others; nothing where the house has none. */
export function SingleSignOnPanel(props: { identities: { slug: string; name: string }[] }): ReactNode {
  const words = useText(accountText).singleSignOn;
  const { language } = useLanguage();
  // The whole browser goes to the provider; the proof is asked for before, while this page can ask.
  const linking = useChange({
    run: async (slug: string) => {
      await api.checkProof();
      window.location.assign(`/auth/oidc/${slug}/start?purpose=link&next=/settings/me`);
    },
    stale: [],
  });
  const providers = useQuery(waysInQuery).data?.providers ?? [];
  const linked = new Set(props.identities.map(({ slug }) => slug));
  if (providers.length === 0) return null;
  return (
    <Panel title={words.title} padded>
      <div className={classes.body}>
        {props.identities.length > 0 ? (
          <p>
            {words.linked(
              joined(
                props.identities.map(({ name }) => name),
                language,
              ),
            )}
          </p>
        ) : null}
        {providers
          .filter(({ slug }) => !linked.has(slug))
          .map(({ slug, name }) => (
            <Button key={slug} onClick={() => linking.mutate(slug)}>
              {words.link(name)}
            </Button>
          ))}
      </div>
    </Panel>
  );
}
