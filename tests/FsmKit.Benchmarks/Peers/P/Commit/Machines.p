// Two-phase commit: the gclasses of Systems/Commit, machine by machine.

event eWrite: tWrite;
event eRead: (client: Client, key: int);
event eWritten: bool;
event eValue: (key: int, value: int);
event ePrepare: tPrepare;
event eVote: (transaction: int, isYes: bool);
event eCommit: int;
event eRollBack: int;

type tWrite = (client: Client, key: int, value: int);
type tPrepare = (transaction: int, key: int, value: int);

// Writes one value, and reads it back when it was committed.
machine Client {
    var coordinator: Coordinator;
    var key: int;
    var value: int;

    start state Writing {
        entry (setUp: (coordinator: Coordinator, key: int, value: int)) {
            coordinator = setUp.coordinator;
            key = setUp.key;
            value = setUp.value;
            send coordinator, eWrite, (client = this, key = key, value = value);
        }

        on eWritten do (isCommitted: bool) {
            if (isCommitted) {
                send coordinator, eRead, (client = this, key = key);
                goto Reading;
            }
            goto Done;
        }
    }

    state Reading {
        on eValue goto Done with (read: (key: int, value: int)) {
            assert read.value == value, format("{0} was written and {1} read", value, read.value);
        }
    }

    state Done { }
}

// Lets the participants vote on one write after the other, and tells them and the client what came of it.
machine Coordinator {
    var participants: seq[Participant];
    var write: tWrite;
    var transaction: int;
    var votes: int;
    var needed: int;

    start state Init {
        entry (setUp: (isHasty: bool, refuses: bool)) {
            var i: int;
            while (i < 3) {
                participants += (i, new Participant((coordinator = this, refuses = setUp.refuses)));
                i = i + 1;
            }
            needed = 3;
            if (setUp.isHasty) {
                needed = 1;
            }
            goto Idle;
        }
        defer eWrite;
    }

    state Idle {
        on eWrite do (wanted: tWrite) {
            var participant: Participant;
            write = wanted;
            votes = 0;
            transaction = transaction + 1;
            foreach (participant in participants) {
                send participant, ePrepare, (transaction = transaction, key = write.key, value = write.value);
            }
            goto Voting;
        }
        on eRead do Read;
        ignore eVote;
    }

    state Voting {
        defer eWrite;
        on eRead do Read;
        on eVote do (vote: (transaction: int, isYes: bool)) {
            if (vote.transaction != transaction) {
                return;
            }
            if (!vote.isYes) {
                Tell(false);
                goto Idle;
            }
            votes = votes + 1;
            if (votes >= needed) {
                Tell(true);
                goto Idle;
            }
        }
    }

    fun Tell(isCommitted: bool) {
        var participant: Participant;
        foreach (participant in participants) {
            if (isCommitted) {
                send participant, eCommit, transaction;
            } else {
                send participant, eRollBack, transaction;
            }
        }
        send write.client, eWritten, isCommitted;
    }

    fun Read(wanted: (client: Client, key: int)) {
        send participants[choose(3)], eRead, wanted;
    }
}

// Keeps values; a write is prepared first and counts when it is committed.
machine Participant {
    var coordinator: Coordinator;
    var refuses: bool;
    var kept: map[int, int];
    var prepared: map[int, tPrepare];

    start state Ready {
        entry (setUp: (coordinator: Coordinator, refuses: bool)) {
            coordinator = setUp.coordinator;
            refuses = setUp.refuses;
        }

        on ePrepare do (write: tPrepare) {
            var isYes: bool;
            isYes = !(refuses && $);
            if (isYes) {
                prepared[write.transaction] = write;
            }
            send coordinator, eVote, (transaction = write.transaction, isYes = isYes);
        }

        on eCommit do (transaction: int) {
            if (transaction in prepared) {
                kept[prepared[transaction].key] = prepared[transaction].value;
                prepared -= (transaction);
            }
        }

        on eRollBack do (transaction: int) {
            if (transaction in prepared) {
                prepared -= (transaction);
            }
        }

        on eRead do (wanted: (client: Client, key: int)) {
            var value: int;
            if (wanted.key in kept) {
                value = kept[wanted.key];
            }
            send wanted.client, eValue, (key = wanted.key, value = value);
        }
    }
}
