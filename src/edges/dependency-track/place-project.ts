import { z } from 'zod';
import type { Tools } from '#access';
import {
  findNamedRelease,
  findOrCreateRelease,
  findReleaseNamed,
  listNamedReleases,
  ProductName,
  Version,
} from '#inventory';
import { Refusal } from '#platform/errors';
import type { ProjectFields } from './fields.ts';
import { getProject, noProject } from './projects.ts';

/** Where a new model goes when nobody says where: people find it there and move it. */
export const lineOfStrangers = 'Dependency-Track';

const Named = z.object({ modelName: ProductName, version: Version });

/**
 * The release that a document is for; made, with its model and its line, when the caller asks for it and may.
 * @throws Refusal in the words of the protocol
 */
export async function placeProject(tools: Tools, fields: ProjectFields): Promise<string> {
  const { id } = fields.project === null ? await findByName(tools, fields) : await getProject(tools, fields.project);
  return id;
}

async function findByName(tools: Tools, fields: ProjectFields): Promise<{ id: string }> {
  const named = Named.safeParse({ modelName: fields.projectName, version: fields.projectVersion });
  if (!named.success)
    throw new Refusal('invalid', 'projectName and projectVersion are needed, of at most 200 and 100 characters.');
  const found = await findReleaseNamed(tools, named.data);
  if (!found && !fields.autoCreate) throw noProject();
  return found ?? make(tools, fields, named.data);
}

async function make(tools: Tools, fields: ProjectFields, named: z.infer<typeof Named>): Promise<{ id: string }> {
  const lineName = await lineFor(tools, fields);
  return tools.db
    .transaction()
    .execute((transaction) => findOrCreateRelease(transaction, tools, { lineName, ...named, create: true }))
    .catch((thrown: unknown) => {
      throw thrown instanceof Refusal && thrown.code === 'not-allowed' ? mayNotCreate() : thrown;
    });
}

/** The line of the parent, when that is a model; else one with its name, as the parents of this protocol group projects. */
async function lineFor(tools: Tools, { parentUUID, parentName }: ProjectFields): Promise<string> {
  if (parentUUID !== null) {
    const parent = await findNamedRelease(tools, parentUUID);
    if (!parent) throw new Refusal('not-found', 'The parent project could not be found.');
    return parent.line.name;
  }
  if (parentName === null) return lineOfStrangers;
  const { items } = await listNamedReleases(tools, { modelName: parentName, withEnded: true, offset: 0, limit: 1 });
  if (items[0]) return items[0].line.name;
  const lineName = ProductName.safeParse(parentName);
  if (!lineName.success) throw new Refusal('invalid', 'parentName has at most 200 characters.');
  return lineName.data;
}

const mayNotCreate = () => new Refusal('not-signed-in', 'The principal does not have permission to create project.');
