// Sees that the machine answers.
spec Answered observes eWarmUp, eWarm, eGrind, eGround, eBrew, eBrewed, eEmpty {
    var open: int;

    start cold state Calm {
        on eWarmUp, eGrind, eBrew goto Waiting with { open = 1; }
    }

    hot state Waiting {
        on eWarmUp, eGrind, eBrew do { open = open + 1; }
        on eWarm, eGround, eBrewed, eEmpty do {
            open = open - 1;
            if (open == 0) {
                goto Calm;
            }
        }
    }
}

fun SetUp(bugs: tBugs) {
    new CrazyUser(new ControlPanel(bugs));
}

machine Correct { start state Init { entry { SetUp((resetsAtOnce = false, worksWhileOpen = false)); } } }
machine HastyReset { start state Init { entry { SetUp((resetsAtOnce = true, worksWhileOpen = false)); } } }
machine OpenDoor { start state Init { entry { SetUp((resetsAtOnce = false, worksWhileOpen = true)); } } }

test tcCorrect [main = Correct]: assert Answered in { Correct, CrazyUser, ControlPanel, CoffeeMachine };
test tcHastyReset [main = HastyReset]: assert Answered in { HastyReset, CrazyUser, ControlPanel, CoffeeMachine };
test tcOpenDoor [main = OpenDoor]: assert Answered in { OpenDoor, CrazyUser, ControlPanel, CoffeeMachine };
