import { Component, type ReactNode } from 'react';

/** A fault while drawing must not leave a blank page: `page` stands there instead. */
export class CrashBoundary extends Component<{ page: ReactNode; children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };
  static getDerivedStateFromError() {
    return { crashed: true };
  }
  override render() {
    return this.state.crashed ? this.props.page : this.props.children;
  }
}
