/**
 * Writes lines together that come in one turn of the event loop: a write for each request would cost as much as the
 * smallest answer.
 */
export function createLineLog(write: (text: string) => void): (line: string) => void {
  let pending = '';
  return (line) => {
    if (pending === '') {
      setImmediate(() => {
        const text = pending;
        pending = '';
        write(text);
      });
    }
    pending += `${line}\n`;
  };
}
