import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from '#kit/Button';
import { Chip } from '#kit/Chip';
import { EvidencePanel, EvidenceSection } from '#kit/Evidence';
import { FactList } from '#kit/Facts';
import { Id } from '#kit/Id';
import { LoadProblem } from '#kit/LoadProblem';
import { Skeleton } from '#kit/Skeleton';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ReleaseComponentPage } from '../../contract/release-components.ts';
import { ComponentCorrections } from './ComponentCorrections.tsx';
import { ComponentPlaces } from './ComponentPlaces.tsx';
import { text } from './components-text.ts';
import { HandPartSection } from './HandPartSection.tsx';
import { componentQuery } from './queries.ts';
import classes from './release.module.css';

const FixIdentity = lazy(() => import('./FixIdentity.tsx').then((loaded) => ({ default: loaded.FixIdentity })));

/** What is known of one component of a release: why it is here, who it is, where it sits, where else it stands. */
export function ComponentPanel(props: {
  releaseId: string;
  componentId: number;
  onClose: () => void;
  /** The component is another one now. */
  onMoved: (componentId: number) => void;
}): ReactNode {
  const words = useText(text).panel;
  const found = useQuery(componentQuery(props.releaseId, props.componentId));
  const page = found.data;
  const name = page ? nameOf(page) : '';
  return (
    <EvidencePanel title={name || '…'} label={name || words.why} onClose={props.onClose}>
      {page ? (
        <Sections page={page} onMoved={props.onMoved} onClose={props.onClose} />
      ) : found.isError ? (
        <LoadProblem thrown={found.error} retry={() => found.refetch()} />
      ) : (
        <Skeleton rows={6} />
      )}
    </EvidencePanel>
  );
}

const nameOf = ({ component }: ReleaseComponentPage) => [component.name, component.version].filter(Boolean).join(' ');

function Sections(props: {
  page: ReleaseComponentPage;
  onMoved: (componentId: number) => void;
  onClose: () => void;
}): ReactNode {
  const { page } = props;
  const { component } = page;
  const all = useText(text);
  const words = all.panel;
  const { language } = useLanguage();
  const [isFixing, setFixing] = useState(false);
  const { licences } = component;
  return (
    <>
      <EvidenceSection title={words.why}>
        <p className={classes.answer}>
          <Why page={page} />
        </p>
      </EvidenceSection>
      <EvidenceSection title={words.identity}>
        <Identity page={page} />
        {page.mayChange ? (
          <div className={classes.act}>
            <Button weight={component.isIdentified ? 'plain' : 'main'} icon="edit" onClick={() => setFixing(true)}>
              {words.fix}
            </Button>
          </div>
        ) : null}
      </EvidenceSection>
      <ComponentCorrections page={page} onMoved={props.onMoved} />
      {page.handPart ? (
        <HandPartSection part={page.handPart} mayChange={page.mayChange} onGone={props.onClose} />
      ) : null}
      <ComponentPlaces page={page} />
      <EvidenceSection title={words.licences}>
        {licences.length > 0 ? licences.join(language === 'ja' ? '、' : ', ') : all.unknownLicence}
      </EvidenceSection>
      <EvidenceSection title={words.elsewhere}>
        <p>
          <Link to={'/products/components' as never} search={{ q: nameOf(page) } as never}>
            {words.releases(countText(page.releases))}
          </Link>
        </p>
        <p>
          <Link to={'/products/components' as never} search={{ q: component.name } as never}>
            {words.whereIs}
          </Link>
        </p>
      </EvidenceSection>
      <Suspense>
        <FixIdentity page={page} opened={isFixing} onClose={() => setFixing(false)} onMoved={props.onMoved} />
      </Suspense>
    </>
  );
}

function Why({ page }: { page: ReleaseComponentPage }): ReactNode {
  const words = useText(text).panel;
  const { language } = useLanguage();
  const { isOwn, modules } = page.component;
  const from = modules.map(({ model, version }) => `${model.name} ${version}`).join(language === 'ja' ? '、' : ', ');
  const name = nameOf(page);
  if (isOwn) return from ? words.both(name, from) : words.own(name);
  return from ? words.module(name, from) : words.hand(name);
}

function Identity({ page }: { page: ReleaseComponentPage }): ReactNode {
  const all = useText(text);
  const words = all.panel;
  const { purl, cpes, supplier, distribution, isIdentified, purpose } = page.component;
  return (
    <>
      {isIdentified ? null : (
        <p className={classes.intro}>
          <Chip tone="alert" icon="warning">
            {all.noIdentity}
          </Chip>{' '}
          {words.unidentified}
        </p>
      )}
      <FactList
        facts={[
          purl ? [words.purl, <Mono key="purl">{purl}</Mono>] : null,
          cpes.length > 0 ? [words.cpe, cpes.map((cpe) => <Mono key={cpe}>{cpe}</Mono>)] : null,
          [words.supplier, supplier ?? all.unknownLicence],
          distribution ? [words.distribution, <Id key="distribution">{distribution}</Id>] : null,
          [words.purpose, all.purposes[purpose]],
        ]}
      />
    </>
  );
}

function Mono(props: { children: ReactNode }): ReactNode {
  return (
    <div className={classes.identity} translate="no">
      {props.children}
    </div>
  );
}
