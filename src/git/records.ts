import { gitFailed, gitGarbled } from './failures.js';
import { type GitContext, startGit } from './process.js';

/**
 * Runs git and gives what it prints as it comes, cut at the NUL behind each record: all of it may be more than a
 * string can hold. Nothing is given twice, and no batch is empty.
 *
 * @throws Failure when git can't be started or ends with another exit code than 0; after the records, that is.
 */
export async function* recordsOf(
  context: GitContext,
  args: readonly string[],
  input?: string,
): AsyncGenerator<readonly string[]> {
  const { child, ended, watch } = startGit(context, args);
  child.stdin?.end(input);
  let begun: Buffer[] = [];
  // There are no pipes where the system had none left; `ended` says so.
  for await (const chunk of (child.stdout ?? []) as AsyncIterable<Buffer>) {
    // While the records are being used, git waits for us.
    watch.stop();
    const end = chunk.lastIndexOf(0);
    if (end >= 0) {
      yield Buffer.concat([...begun, chunk.subarray(0, end)])
        .toString('utf8')
        .split('\0');
      begun = [];
    }
    if (end + 1 < chunk.length) begun.push(chunk.subarray(end + 1));
    watch.restart();
  }
  const { exitCode, errors } = await ended;
  if (exitCode !== 0) throw gitFailed(args, exitCode, errors);
  if (begun.length > 0) throw gitGarbled(Buffer.concat(begun).toString('utf8'));
}
