import type { PageRequest } from '../store/paging.ts';

/** One thing, in the envelope. */
export function answer<Status extends 200 | 201 | 202, Data>(status: Status, message: string, data: Data) {
  return { status, body: { success: true as const, status, message, data } };
}

/** One page of a list, in the envelope. */
export function listAnswer<Data>(message: string, data: Data[], request: PageRequest, total: number) {
  const { page, limit } = request;
  const pagination = { page, limit, total, pages: Math.ceil(total / limit) };
  return { status: 200 as const, body: { success: true as const, status: 200, message, data, pagination } };
}

/** The page that a query asks for. Prism checks the values but never fills in defaults. */
export function pageRequest(query: { page?: number; limit?: number; order?: string }): PageRequest {
  return {
    page: Number(query.page ?? 1),
    limit: Number(query.limit ?? 10),
    order: query.order?.toLowerCase() === 'asc' ? 'asc' : 'desc',
  };
}
