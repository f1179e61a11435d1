import { z } from 'zod';
import { Refusal } from '#platform/errors';

/** In characters of base64; a larger document comes as multipart. */
export const mostBase64 = 20_000_000;

const isTrue = (said: unknown): boolean => String(said).trim().toLowerCase() === 'true';
// Some clients send what they were configured with, as text.
const Flag = z
  .union([z.boolean(), z.string(), z.null()])
  .optional()
  .transform((said) => isTrue(said));
// An option that is not set arrives as an empty text as often as it is left out.
const Text = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null);
const Uuid = Text.pipe(z.uuid().nullable());
const Tags = z
  .union([z.string(), z.array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]))])
  .nullish()
  .transform((tags) => (typeof tags === 'string' ? tags.split(',') : (tags ?? [])))
  .transform((tags) => tags.map((tag) => tag.trim()).filter((tag) => tag !== ''));

/** Which project a document is for, as the fields of a request say it; null and [] where they say nothing. */
export const ProjectFields = z.object({
  project: Uuid,
  projectName: Text,
  projectVersion: Text,
  autoCreate: Flag,
  projectTags: Tags,
  parentUUID: Uuid,
  parentName: Text,
  parentVersion: Text,
});
export type ProjectFields = z.infer<typeof ProjectFields>;

/** A document that was handed in, and the project that it is for. */
export type Submission = { fields: ProjectFields; file: File };

/**
 * Reads what a client hands in: JSON with the document as base64, or a form with it as a file or as a plain field.
 * @param name  of the field with the document: "bom" or "vex"
 * @throws Refusal 'invalid' naming what is wrong
 */
export async function readSubmission(request: Request, name: 'bom' | 'vex'): Promise<Submission> {
  const isForm = request.headers.get('content-type')?.toLowerCase().startsWith('multipart/form-data') ?? false;
  const said = isForm ? await readForm(request) : await readJson(request);
  const fields = ProjectFields.safeParse(said);
  if (!fields.success) throw new Refusal('invalid', wordsOf(fields.error));
  if (fields.data.project === null && fields.data.projectName === null)
    throw new Refusal('invalid', 'Say which project: project, or projectName and projectVersion.');
  const document = said[name];
  if (document === undefined || document === null || document === '')
    throw new Refusal('invalid', `No ${name.toUpperCase()} file provided.`);
  return { fields: fields.data, file: await fileOf(document, name, isForm ? 'as-it-is' : 'base64') };
}

async function readForm(request: Request): Promise<Record<string, unknown>> {
  try {
    return Object.fromEntries(await request.formData());
  } catch {
    throw new Refusal('invalid', 'The body is not what its content type says.');
  }
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  let said: unknown;
  try {
    said = await request.json();
  } catch {
    throw new Refusal('invalid', 'The body is not JSON.');
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said))
    throw new Refusal('invalid', 'The body is not an object.');
  return said as Record<string, unknown>;
}

async function fileOf(document: unknown, name: string, how: 'base64' | 'as-it-is'): Promise<File> {
  if (document instanceof File) return withoutMark(await document.bytes(), fileNameOf(document, name));
  if (typeof document !== 'string') throw new Refusal('invalid', `${name} is no text.`);
  if (how === 'as-it-is') return withoutMark(new TextEncoder().encode(document), name);
  if (document.length > mostBase64)
    throw new Refusal('invalid', `${name} is longer than ${mostBase64} characters; send it as multipart/form-data.`);
  try {
    return withoutMark(Uint8Array.fromBase64(document), name);
  } catch {
    throw new Refusal('invalid', `${name} is not base64.`);
  }
}

/** A name that was made up for the form says nothing, and nothing is read from it. */
function fileNameOf({ name }: File, field: string): string {
  return name === '' || name === 'blob' ? field : name;
}

/** Windows tools write a byte order mark; the formats have none. */
function withoutMark(bytes: Uint8Array<ArrayBuffer>, name: string): File {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return new File([isMarked ? bytes.subarray(3) : bytes], name);
}

const wordsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
