// Sees that each client comes to its end: a write is answered, and so is a read.
spec Answered observes eWrite, eWritten, eRead, eValue {
    var open: int;

    start cold state Calm {
        on eWrite goto Waiting with { open = 1; }
    }

    hot state Waiting {
        on eWrite do { open = open + 1; }
        on eWritten do (isCommitted: bool) {
            if (!isCommitted) {
                Close();
            }
        }
        on eValue do { Close(); }
        ignore eRead;
    }

    fun Close() {
        open = open - 1;
        if (open == 0) {
            goto Calm;
        }
    }
}

fun SetUp(clients: int, isHasty: bool, sharesKey: bool, refuses: bool) {
    var coordinator: Coordinator;
    var i: int;
    var key: int;
    coordinator = new Coordinator((isHasty = isHasty, refuses = refuses));
    while (i < clients) {
        i = i + 1;
        if (!sharesKey) {
            key = i;
        }
        new Client((coordinator = coordinator, key = key, value = i));
    }
}

machine Correct { start state Init { entry { SetUp(2, false, false, false); } } }
machine SharedKey { start state Init { entry { SetUp(2, false, true, false); } } }
machine Hasty { start state Init { entry { SetUp(1, true, true, true); } } }

test tcCorrect [main = Correct]: assert Answered in { Correct, Client, Coordinator, Participant };
test tcSharedKey [main = SharedKey]: assert Answered in { SharedKey, Client, Coordinator, Participant };
test tcHasty [main = Hasty]: assert Answered in { Hasty, Client, Coordinator, Participant };
