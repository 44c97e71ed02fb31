import { DomainError, Invalid } from '@platform/context';

const MEGABYTE = 1_048_576;

/** 413: the file is larger than the installation takes. */
export class FileTooLarge extends DomainError {
  constructor(limitBytes: number) {
    super(
      'files.too-large',
      413,
      `A file may have at most ${Math.round(limitBytes / MEGABYTE)} MB: send a smaller one.`,
    );
  }
}

/** 415: files of this kind are not taken, whatever they are called. */
export class FileTypeRefused extends DomainError {
  constructor(what: string) {
    super(
      'files.type-refused',
      415,
      `${what} cannot be uploaded here: send a PDF, an office document, a picture, a recording, text or CSV.`,
    );
  }
}

/** 422: there is nothing in it. */
export class FileEmpty extends Invalid {
  constructor() {
    super('files.empty', 'The file is empty: choose one with content.', [
      { path: 'file', rule: 'notEmpty', message: 'The file is empty.' },
    ]);
  }
}

/** 422: the form lacks a part or names an unknown purpose. */
export class UploadIncomplete extends Invalid {
  constructor(path: string, message: string) {
    super('files.incomplete', message, [{ path, rule: 'required', message }]);
  }
}
