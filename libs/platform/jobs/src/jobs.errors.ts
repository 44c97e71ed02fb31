/** The handlers do not fit together: a mistake in the program, found at its start. */
export class HandlersInvalid extends Error {}
