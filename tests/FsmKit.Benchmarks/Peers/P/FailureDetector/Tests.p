// Counts the crashes of which the client has not heard.
spec CrashWatch observes eCrashed, eHeard {
    var unheard: int;

    start cold state Calm {
        on eCrashed goto Waiting with { unheard = 1; }
    }

    hot state Waiting {
        on eCrashed do { unheard = unheard + 1; }
        on eHeard do {
            unheard = unheard - 1;
            if (unheard == 0) {
                goto Calm;
            }
        }
    }
}

// Sees that who is called dead is dead.
spec Accuracy observes eCrashed, eDead {
    var crashed: set[Node];

    start state Watching {
        on eCrashed do (node: Node) { crashed += (node); }
        on eDead do (node: Node) { assert node in crashed, "who is called dead is dead"; }
    }
}

machine Correct { start state Init { entry { new Detector((attempts = 2, isForgetful = false)); } } }
machine OneAttempt { start state Init { entry { new Detector((attempts = 1, isForgetful = false)); } } }
machine Forgetful { start state Init { entry { new Detector((attempts = 2, isForgetful = true)); } } }

test tcCorrect [main = Correct]: assert CrashWatch, Accuracy in { Correct, Detector, Timer, Node, Client, Injector };
test tcOneAttempt [main = OneAttempt]: assert CrashWatch, Accuracy in { OneAttempt, Detector, Timer, Node, Client, Injector };
test tcForgetful [main = Forgetful]: assert CrashWatch, Accuracy in { Forgetful, Detector, Timer, Node, Client, Injector };
