import { path } from '../platform/paths.ts'

export const paths = {
  register: path('/organisationen', '/en/organisations'),
  organisation: path('/organisationen/:organisation', '/en/organisations/:organisation'),
  office: path('/verwaltung/organisationen', '/en/office/organisations'),
  edit: path('/verwaltung/organisationen/:organisation', '/en/office/organisations/:organisation'),
  merge: path(
    '/verwaltung/organisationen/:organisation/zusammenfuehrung',
    '/en/office/organisations/:organisation/merging',
  ),
}
