export { Access } from './access';
export { AccessModule } from './access.module';
export { type Action, type Allow, type Forbid, type Policy, type Subject, within } from './policy';
