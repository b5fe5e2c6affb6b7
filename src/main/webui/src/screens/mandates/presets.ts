import type { Schema } from '../../lib/api';

type Capability = Schema<'Capability'>;

/** All capabilities, in the order in which they are offered: by what they are about. */
export const areas: Record<string, Capability[]> = {
  work: [
    'TASK_CREATE',
    'TASK_EDIT',
    'TASK_ASSIGN',
    'TASK_VERIFY',
    'TASK_REVIEW',
    'ASSIGNMENT_READ',
    'WORK_UNDO',
  ],
  people: ['MEMBER_READ', 'MEMBER_MANAGE', 'MEMBER_IMPORT'],
  learning: ['QUALIFICATION_READ', 'COMPLETION_RECORD', 'COURSE_MANAGE'],
  authority: ['MANDATE_READ', 'MANDATE_GRANT', 'MANDATE_REVOKE', 'JOURNAL_READ'],
  group: ['GROUP_EDIT', 'GROUP_CREATE', 'CAMPAIGN_MANAGE', 'KIND_MANAGE', 'INTEGRATION_MANAGE'],
};

const all = Object.values(areas).flat();

/** What the roles allow, as in docs/access.md; the contract names the roles and not what is in them. */
export const presets: Record<Schema<'Role'>, readonly Capability[]> = {
  ORGANISER: ['MEMBER_READ', 'TASK_CREATE', 'TASK_EDIT', 'TASK_ASSIGN', 'WORK_UNDO', 'ASSIGNMENT_READ'],
  VERIFIER: ['TASK_VERIFY', 'ASSIGNMENT_READ'],
  TRAINER: ['MEMBER_READ', 'COMPLETION_RECORD', 'QUALIFICATION_READ'],
  STEWARD: ['MEMBER_READ', 'MEMBER_MANAGE', 'JOURNAL_READ'],
  LEAD: all,
};

/** A mandate for some tasks only allows nothing but these (problem `not-limitable`). */
export const limitable: readonly Capability[] = [
  'TASK_CREATE',
  'TASK_EDIT',
  'TASK_ASSIGN',
  'TASK_VERIFY',
  'TASK_REVIEW',
  'ASSIGNMENT_READ',
  'MANDATE_GRANT',
];

/** In the order of {@link areas}, whatever order the service has. */
export function sorted(capabilities: readonly Capability[]): Capability[] {
  return all.filter((c) => capabilities.includes(c));
}

/** What somebody can hand on at a group: that of one mandate, never of several together. */
export function handable(mandates: readonly Schema<'Mandate'>[], group: string): Schema<'Mandate'>[] {
  return mandates
    .filter((m) => m.capabilities.includes('MANDATE_GRANT') && reaches(m.group, group))
    .sort((a, b) => b.capabilities.length - a.capabilities.length);
}

export function reaches(from: string, group: string): boolean {
  return group === from || group.startsWith(`${from}.`);
}

export function rolesWithin(held: readonly Capability[]): Schema<'Role'>[] {
  return (Object.keys(presets) as Schema<'Role'>[]).filter((role) =>
    presets[role].every((c) => held.includes(c)),
  );
}
