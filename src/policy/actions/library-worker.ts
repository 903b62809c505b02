/** The thread in which libraries are evaluated, so that the server goes on answering meanwhile. */
import { parentPort } from "node:worker_threads";
import { invariant } from "../../base/invariant.ts";
import { answerOrder, type ThreadOrder, type ThreadWord } from "./library-orders.ts";

invariant(parentPort, "a thread was started as one");
const port = parentPort;
const say = (word: ThreadWord): void => port.postMessage(word);

// One order at a time: whoever asks waits for the answer. What is thrown ends the thread.
port.on("message", (order: ThreadOrder) => {
  void answerOrder(order, say).then((answer) => say({ answer }));
});
