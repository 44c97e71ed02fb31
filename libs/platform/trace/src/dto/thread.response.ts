/** A record of any module. */
export class ThreadEnd {
  kind: string;
  id: string;
}

/** A record of the thread that the viewer may read. */
export class ThreadNode extends ThreadEnd {
  title: string;
}

/** `to` came of `from`. */
export class ThreadLink {
  from: ThreadEnd;
  to: ThreadEnd;
  /** What the link means, such as `serves`. */
  kind: string;
  at: Date;
}

/** What a record came of and what came of it, as far as the viewer may see. */
export class ThreadResponse {
  start: ThreadEnd;
  nodes: ThreadNode[];
  links: ThreadLink[];
  /** False when there are more than 500 records. */
  complete: boolean;
}
