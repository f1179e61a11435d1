import type { Guide } from '#platform/browser/help';
import type { Language } from '#platform/browser/texts';

const texts = import.meta.glob<string>('../../../docs/guides/{analyst,manager,administrator,developer}{,.ja}.md', {
  query: '?raw',
  import: 'default',
});
const pictures = import.meta.glob<string>('../../../docs/guides/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The text of a guide; undefined when there is none of this name. */
export function loadGuide(guide: Guide, language: Language): Promise<string> | undefined {
  return texts[`../../../docs/guides/${guide}${language === 'ja' ? '.ja' : ''}.md`]?.();
}

/** Where the server has a picture that a guide names as "pictures/today.ja.png". */
export const addressOfPicture = (name: string): string | undefined => pictures[`../../../docs/guides/${name}`];
