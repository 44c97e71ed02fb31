import 'reflect-metadata';
import { buildProgram } from './program';

void buildProgram()
  .parseAsync()
  .then(() => process.exit()); // with the exit code that the command set, whatever handles are still open
