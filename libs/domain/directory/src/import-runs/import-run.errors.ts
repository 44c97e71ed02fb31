import { Conflict, Invalid } from '@platform/context';

/** Only a preview can be decided about, confirmed or thrown away. */
export class ImportNotInPreview extends Conflict {
  constructor() {
    super(
      'directory.import-not-in-preview',
      'This import was confirmed already: upload the list again for another one.',
    );
  }
}

/** A row without a draft, or one whose organization is certain, leaves nothing to decide but to skip it. */
export class NothingToDecide extends Invalid {
  constructor(message: string) {
    super('directory.import-nothing-to-decide', message, [{ path: 'decision', rule: 'fits-row', message }]);
  }
}
