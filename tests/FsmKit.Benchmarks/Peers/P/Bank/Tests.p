// Sees that each request is answered.
spec Answered observes eWithdraw, eAnswer {
    var open: int;

    start cold state Calm {
        on eWithdraw goto Waiting with { open = 1; }
    }

    hot state Waiting {
        on eWithdraw do { open = open + 1; }
        on eAnswer do {
            open = open - 1;
            if (open == 0) {
                goto Calm;
            }
        }
    }
}

fun SetUp(bugs: tBugs) {
    var server: Server;
    server = new Server(bugs);
    new Client((server = server, account = 1, balance = 15));
    new Client((server = server, account = 2, balance = 16));
}

machine Correct { start state Init { entry { SetUp((errs = false, forgets = false, isCareless = false, isHasty = false)); } } }
machine Errs { start state Init { entry { SetUp((errs = true, forgets = false, isCareless = false, isHasty = false)); } } }
machine Forgets { start state Init { entry { SetUp((errs = false, forgets = true, isCareless = false, isHasty = false)); } } }
machine Careless { start state Init { entry { SetUp((errs = false, forgets = false, isCareless = true, isHasty = false)); } } }
machine Hasty { start state Init { entry { SetUp((errs = false, forgets = false, isCareless = false, isHasty = true)); } } }

test tcCorrect [main = Correct]: assert Answered in { Correct, Client, Server, Database };
test tcErrs [main = Errs]: assert Answered in { Errs, Client, Server, Database };
test tcForgets [main = Forgets]: assert Answered in { Forgets, Client, Server, Database };
test tcCareless [main = Careless]: assert Answered in { Careless, Client, Server, Database };
test tcHasty [main = Hasty]: assert Answered in { Hasty, Client, Server, Database };
