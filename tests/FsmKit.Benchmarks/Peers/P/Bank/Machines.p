// Clients, a bank and its database: the gclasses of Systems/Bank, machine by machine. A machine's start is a step, as EvBegin is there.

event eWithdraw: (client: Client, account: int, amount: int);
event eAnswer: (isPaid: bool, balance: int);
event eQuery: int;
event eBalance: int;
event eUpdate: (account: int, balance: int);

type tBugs = (errs: bool, forgets: bool, isCareless: bool, isHasty: bool);

// Withdraws amounts that the schedule chooses, and checks each answer against its own books.
machine Client {
    var server: Server;
    var account: int;
    var balance: int;
    var amount: int;
    var requests: int;

    start state Ready {
        entry (setUp: (server: Server, account: int, balance: int)) {
            server = setUp.server;
            account = setUp.account;
            balance = setUp.balance;
            requests = 2;
            Withdraw();
            goto Waiting;
        }
    }

    state Waiting {
        on eAnswer do (answer: (isPaid: bool, balance: int)) {
            Check(answer.isPaid, answer.balance);
            if (requests == 0) {
                goto Done;
            }
            Withdraw();
        }
    }

    state Done { }

    fun Check(isPaid: bool, told: int) {
        assert isPaid == (balance - amount >= 10), format("{0} of {1} were wanted, paid: {2}", amount, balance, isPaid);
        if (isPaid) {
            balance = balance - amount;
        }
        assert told == balance, format("{0} are left, not {1}", balance, told);
    }

    fun Withdraw() {
        requests = requests - 1;
        amount = 1 + choose(balance);
        send server, eWithdraw, (client = this, account = account, amount = amount);
    }
}

// Pays when enough stays on the account; asks the database for the balance first.
machine Server {
    var database: Database;
    var request: (client: Client, account: int, amount: int);
    var bugs: tBugs;

    start state Idle {
        entry (setUp: tBugs) {
            bugs = setUp;
            database = new Database((server = this, bugs = bugs));
            goto Serving;
        }
        defer eWithdraw;
    }

    state Serving {
        on eWithdraw do (wanted: (client: Client, account: int, amount: int)) {
            Ask(wanted);
            goto Asking;
        }
        ignore eBalance;
    }

    state AskingHastily {
        on eWithdraw do Ask;
        on eBalance do Pay;
    }

    state Asking {
        entry {
            if (bugs.isHasty) {
                goto AskingHastily;
            }
        }
        defer eWithdraw;
        on eBalance do Pay;
    }

    fun Ask(wanted: (client: Client, account: int, amount: int)) {
        request = wanted;
        send database, eQuery, wanted.account;
    }

    fun Pay(balance: int) {
        var left: int;
        left = balance - request.amount;
        if (bugs.isCareless || left >= 10) {
            send database, eUpdate, (account = request.account, balance = left);
            send request.client, eAnswer, (isPaid = true, balance = left);
        } else {
            send request.client, eAnswer, (isPaid = false, balance = balance);
        }
        goto Serving;
    }
}

// Keeps what each account has.
machine Database {
    var server: Server;
    var balances: map[int, int];
    var bugs: tBugs;

    start state Serving {
        entry (setUp: (server: Server, bugs: tBugs)) {
            server = setUp.server;
            bugs = setUp.bugs;
            balances[1] = 15;
            balances[2] = 16;
        }

        on eQuery do (account: int) {
            if (bugs.forgets && $) {
                return;
            }
            if (bugs.errs && $) {
                send server, eBalance, balances[account] + 1;
            } else {
                send server, eBalance, balances[account];
            }
        }

        on eUpdate do (update: (account: int, balance: int)) {
            balances[update.account] = update.balance;
            assert update.balance >= 10, "the minimum stays on each account";
        }
    }
}
