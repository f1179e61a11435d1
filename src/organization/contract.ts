import { z } from 'zod';
import { endpoint, Role } from '#access/model';
import { TableFormat } from '#platform/browser/table-format';
import { AbsenceKind, Day, Division, FirstStep, HandOverPreview, Maker, Move, PersonDesk, Post } from './model.ts';

const tags = ['organization'];
const read = endpoint('organization:read');
const write = endpoint('organization:write');
const one = z.object({ id: z.uuid() });
const name = z.string().trim().min(1).max(200);
const words = { name, duties: z.string().trim().max(4000).default(''), role: Role.nullable().default(null) };
const page = { after: z.string().optional(), limit: z.coerce.number().int().min(1).max(500).default(50) };
const filters = {
  divisionId: z.uuid().optional(),
  personId: z.uuid().optional(),
  vacant: z.enum(['true', 'false']).optional(),
  q: z.string().max(200).optional(),
};
const moves = { moves: z.array(Move).min(1).max(500), effectiveOn: Day };

export const organization = {
  describeMaker: endpoint('public')
    .route({ method: 'GET', path: '/maker', summary: 'Whose products these are', tags })
    .output(z.object({ maker: Maker.nullable() })),
  nameMaker: write.route({ method: 'PUT', path: '/maker', summary: "Enter the company's names", tags }).input(Maker),
  listDivisions: read
    .route({ method: 'GET', path: '/divisions', summary: 'All divisions, with how many posts need somebody', tags })
    .output(z.object({ items: z.array(Division) })),
  createDivision: write
    .route({ method: 'POST', path: '/divisions', summary: 'Add a division', tags })
    .input(z.object({ name }))
    .output(one),
  createDivisions: write
    .route({
      method: 'POST',
      path: '/divisions/several',
      summary: 'Add several divisions at once; those that stand already stay as they are',
      tags,
    })
    .input(z.object({ names: z.array(name).min(1).max(200) }))
    .output(z.object({ created: z.array(one.extend({ name: z.string() })), standing: z.array(z.string()) })),
  renameDivision: write
    .route({ method: 'PUT', path: '/divisions/{id}', summary: 'Rename a division', tags })
    .input(one.extend({ name })),
  removeDivision: write
    .route({ method: 'DELETE', path: '/divisions/{id}', summary: 'Remove a division without posts', tags })
    .input(one),
  restoreDivision: write
    .route({ method: 'POST', path: '/divisions/{id}/restoration', summary: 'Bring a removed division back', tags })
    .input(one),
  orderDivisions: write
    .route({ method: 'POST', path: '/divisions/order', summary: 'Give the divisions an order', tags })
    .input(z.object({ ids: z.array(z.uuid()).min(1).max(1000) })),

  describeFirstSteps: read
    .route({
      method: 'GET',
      path: '/first-steps',
      summary: 'How many divisions stand, and which of the first steps were put off',
      tags,
    })
    .output(z.object({ divisions: z.int(), putOff: z.array(FirstStep) })),
  putOffFirstStep: write
    .route({ method: 'PUT', path: '/first-steps/{step}/later', summary: 'Put a first step off', tags })
    .input(z.object({ step: FirstStep })),
  takeUpFirstStep: write
    .route({
      method: 'DELETE',
      path: '/first-steps/{step}/later',
      summary: 'Take up a first step that was put off',
      tags,
    })
    .input(z.object({ step: FirstStep })),

  listPosts: read
    .route({ method: 'GET', path: '/posts', summary: 'Posts with who holds them today', tags })
    .input(z.object({ ...filters, ...page }))
    .output(z.object({ items: z.array(Post), next: z.string().nullable() })),
  exportPosts: read
    .route({ method: 'GET', path: '/posts/export', summary: 'The filtered posts as a file', tags })
    .input(z.object({ ...filters, format: TableFormat, language: z.enum(['ja', 'en']).default('ja') }))
    .output(z.instanceof(File)),
  createPost: write
    .route({ method: 'POST', path: '/posts', summary: 'Add a post to a division', tags })
    .input(z.object({ divisionId: z.uuid(), ...words }))
    .output(one),
  changePost: write
    .route({ method: 'PUT', path: '/posts/{id}', summary: 'Change the words of a post', tags })
    .input(one.extend(words)),
  removePost: write
    .route({ method: 'DELETE', path: '/posts/{id}', summary: 'Remove a post on which nothing hangs', tags })
    .input(one),
  restorePost: write
    .route({ method: 'POST', path: '/posts/{id}/restoration', summary: 'Bring a removed post back', tags })
    .input(one),

  previewHandOver: write
    .route({ method: 'POST', path: '/hand-overs/preview', summary: 'What a hand-over would change', tags })
    .input(z.object(moves))
    .output(HandOverPreview),
  handOver: write
    .route({ method: 'POST', path: '/hand-overs', summary: 'Give posts to other people, all or none', tags })
    .input(z.object({ ...moves, reason: z.string().trim().max(500).default('') }))
    .output(z.object({ handOverId: z.uuid().nullable(), changed: z.int() })),
  undoHandOver: write
    .route({ method: 'DELETE', path: '/hand-overs/{id}', summary: 'Take a hand-over back', tags })
    .input(one),

  describePerson: read
    .route({ method: 'GET', path: '/organization/people/{personId}', summary: 'What hangs on a person', tags })
    .input(z.object({ personId: z.uuid() }))
    .output(PersonDesk),
  findPeople: write
    .route({ method: 'GET', path: '/organization/people', summary: 'People who could hold a post', tags })
    .input(z.object({ q: z.string().max(200).default(''), limit: z.coerce.number().int().min(1).max(50).default(20) }))
    .output(
      z.object({
        items: z.array(
          z.object({ id: z.uuid(), name: z.string(), email: z.string(), absence: AbsenceKind.nullable() }),
        ),
      }),
    ),
  recordAbsence: write
    .route({ method: 'POST', path: '/absences', summary: 'A person is away; their deputies act', tags })
    .input(z.object({ personId: z.uuid(), kind: AbsenceKind, fromOn: Day, untilOn: Day.nullable().default(null) }))
    .output(one),
  endAbsence: write
    .route({ method: 'PUT', path: '/absences/{id}', summary: 'Change when an absence ends', tags })
    .input(one.extend({ untilOn: Day.nullable() })),
  removeAbsence: write
    .route({ method: 'DELETE', path: '/absences/{id}', summary: 'Take an absence back', tags })
    .input(one),

  search: read
    .route({ method: 'GET', path: '/organization/search', summary: 'Divisions and posts by name', tags })
    .input(z.object({ q: z.string().max(200) }))
    .output(
      z.object({
        items: z.array(
          z.object({
            id: z.uuid(),
            kind: z.enum(['division', 'post']),
            title: z.string(),
            holder: z.string().nullable(),
            to: z.string(),
          }),
        ),
      }),
    ),
};
