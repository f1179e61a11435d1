import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Drawer } from '#kit/Drawer';
import { KeyList, useOfferedActions } from '#kit/Keys';
import { useLanguage, useText } from '#platform/browser/language';
import { everyHelp } from './every-help.ts';
import classes from './help.module.css';
import { text } from './text.ts';

/** What the page at hand answers, what its words mean, what to do, which keys there are, and where it is told at length. */
export function HelpPanel(props: { path: string; opened: boolean; onClose: () => void }): ReactNode {
  const words = useText(text);
  return (
    <Drawer title={words.title} opened={props.opened} onClose={props.onClose}>
      <div className={classes.help}>
        <AboutPage path={props.path} onClose={props.onClose} />
        <Keys />
      </div>
    </Drawer>
  );
}

function AboutPage({ path, onClose }: { path: string; onClose: () => void }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const page = everyHelp.pages[path];
  if (!page) return <p>{words.none}</p>;
  const { answers, next } = page[language];
  return (
    <>
      <section aria-labelledby="help-answers">
        <h3 id="help-answers">{words.answers}</h3>
        <p>{answers}</p>
      </section>
      {page.words.length > 0 ? (
        <section aria-labelledby="help-words">
          <h3 id="help-words">{words.words}</h3>
          <dl>
            {page.words.map((key) => {
              const [word, meaning] = everyHelp.words[key]?.[language] ?? [key, ''];
              return (
                <div key={key}>
                  <dt>{word}</dt>
                  <dd>{meaning}</dd>
                </div>
              );
            })}
          </dl>
        </section>
      ) : null}
      <section aria-labelledby="help-next">
        <h3 id="help-next">{words.next}</h3>
        <ul>
          {next.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {page.guide ? (
          <p>
            <Link to={'/guides/$guide' as never} params={{ guide: page.guide } as never} onClick={onClose}>
              {words.guides[page.guide]}
            </Link>
          </p>
        ) : null}
      </section>
    </>
  );
}

function Keys(): ReactNode {
  const words = useText(text);
  const offered = useOfferedActions();
  if (!offered.some(({ keys }) => keys)) return null;
  return (
    <section aria-labelledby="help-keys">
      <h3 id="help-keys">{words.keys}</h3>
      <KeyList />
    </section>
  );
}
