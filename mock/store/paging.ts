/** Which part of a list is asked for. */
export interface PageRequest {
  page: number;
  limit: number;
  order: 'asc' | 'desc';
}

export interface Page<Row> {
  rows: Row[];
  total: number;
}

/** The rows before the page that is asked for. */
export function offsetOf({ page, limit }: PageRequest): number {
  return (page - 1) * limit;
}
