import { DomainError } from '@platform/context';

/** 404: the same answer for a link that expired, was used or revoked, is for something else, or never was. */
export class LinkInvalid extends DomainError {
  constructor() {
    super(
      'link-invalid',
      404,
      'This link does not work: it was used, has expired or was withdrawn. Ask for a new one where it came from.',
    );
  }
}
