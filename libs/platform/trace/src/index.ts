export { type NodeDescription, Trace, type TraceNode, type TraceStep } from './trace';
export { TraceLink } from './trace-link.entity';
export { TraceModule } from './trace.module';
export { TraceHttpModule } from './trace-http.module';
