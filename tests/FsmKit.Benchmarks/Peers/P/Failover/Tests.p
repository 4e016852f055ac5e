event eDone;

// Sees that the keeper comes to its end.
spec Served observes eOrder, eDone {
    start cold state Calm {
        on eOrder goto Waiting;
        ignore eDone;
    }

    hot state Waiting {
        ignore eOrder;
        on eDone goto Over;
    }

    cold state Over {
        ignore eOrder, eDone;
    }
}

fun SetUp(bugs: (trusts: bool, forgets: bool)) {
    new Plug(new Keeper(bugs));
}

machine Correct { start state Init { entry { SetUp((trusts = false, forgets = false)); } } }
machine Trusting { start state Init { entry { SetUp((trusts = true, forgets = false)); } } }
machine Forgetful { start state Init { entry { SetUp((trusts = false, forgets = true)); } } }

test tcCorrect [main = Correct]: assert Served in { Correct, Plug, Keeper, Brewer, Boiler };
test tcTrusting [main = Trusting]: assert Served in { Trusting, Plug, Keeper, Brewer, Boiler };
test tcForgetful [main = Forgetful]: assert Served in { Forgetful, Plug, Keeper, Brewer, Boiler };
