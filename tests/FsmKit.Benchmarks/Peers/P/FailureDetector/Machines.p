// A detector of nodes that are shut down: the gclasses of Systems/FailureDetector, machine by machine.
// There, a time-out comes when nothing else can happen. There is no clock here: Timer hears what became of each ping, and times out after the last one. The last round waits for the last strike.

event ePing;
event ePong: Node;
event eDead: Node;
event eStrike;
event eShutDown;
event eCrashed: Node;
event eHeard;
event eBegin;
event eStruck;
event eWait: int;
event eSettled;
event eTimeOut;

type tBugs = (attempts: int, isForgetful: bool);

// Answers pings until it is shut down; one answer is lost when the schedule says so.
machine Node {
    var detector: Detector;
    var timer: Timer;
    var losses: int;

    start state Alive {
        entry (setUp: (detector: Detector, timer: Timer)) {
            detector = setUp.detector;
            timer = setUp.timer;
            losses = 1;
        }

        on ePing do {
            if (losses > 0 && $) {
                losses = losses - 1;
            } else {
                send detector, ePong, this;
            }
            send timer, eSettled;
        }

        on eShutDown goto Dead with { announce eCrashed, this; }
    }

    state Dead {
        on ePing do { send timer, eSettled; }
        ignore eShutDown;
    }
}

// Times out when all pings are settled.
machine Timer {
    var detector: Detector;
    var open: int;

    start state Ready {
        entry (setUp: Detector) { detector = setUp; }
        on eWait do (pings: int) { open = pings; }
        on eSettled do {
            open = open - 1;
            if (open == 0) {
                send detector, eTimeOut;
            }
        }
    }
}

// Pings the nodes in rounds, pings the silent ones again, and tells the client which ones stay silent.
machine Detector {
    var nodes: seq[Node];
    var silent: set[Node];
    var client: Client;
    var timer: Timer;
    var bugs: tBugs;
    var rounds: int;
    var attempts: int;
    var isStruck: bool;

    start state Init {
        entry (setUp: tBugs) {
            var i: int;
            bugs = setUp;
            rounds = 3;
            client = new Client();
            timer = new Timer(this);
            while (i < 2) {
                nodes += (i, new Node((detector = this, timer = timer)));
                i = i + 1;
            }
            new Injector((nodes = nodes, detector = this));
            goto Resting;
        }
    }

    state Resting {
        entry {
            if (rounds > 1 || (rounds == 1 && isStruck)) {
                send this, eBegin;
            }
        }
        on eBegin do {
            var node: Node;
            rounds = rounds - 1;
            attempts = 0;
            foreach (node in nodes) {
                silent += (node);
            }
            if (sizeof(silent) > 0) {
                Ping();
                goto Pinging;
            }
            goto Resting;
        }
        on eStruck do {
            isStruck = true;
            if (rounds == 1) {
                send this, eBegin;
            }
        }
    }

    state Pinging {
        on ePong do (node: Node) { silent -= (node); }
        on eStruck do { isStruck = true; }
        on eTimeOut do {
            if (sizeof(silent) > 0) {
                if (attempts < bugs.attempts) {
                    Ping();
                    return;
                }
                Tell();
            }
            goto Resting;
        }
    }

    fun Ping() {
        var node: Node;
        attempts = attempts + 1;
        send timer, eWait, sizeof(silent);
        foreach (node in silent) {
            send node, ePing;
        }
    }

    fun Tell() {
        var node: Node;
        var others: seq[Node];
        var told: int;
        foreach (node in nodes) {
            if (node in silent) {
                if (told == 0 || !bugs.isForgetful) {
                    send client, eDead, node;
                    told = told + 1;
                }
            } else {
                others += (sizeof(others), node);
            }
        }
        nodes = others;
        silent = default(set[Node]);
    }
}

// Hears which nodes are dead.
machine Client {
    start state Listening {
        on eDead do { announce eHeard; }
    }
}

// Shuts nodes down; the schedule says when, and which ones.
machine Injector {
    var nodes: seq[Node];
    var detector: Detector;
    var strikes: int;

    start state Striking {
        entry (setUp: (nodes: seq[Node], detector: Detector)) {
            nodes = setUp.nodes;
            detector = setUp.detector;
            strikes = 2;
            send this, eStrike;
        }

        on eStrike do {
            strikes = strikes - 1;
            send nodes[choose(2)], eShutDown;
            if (strikes == 0) {
                send detector, eStruck;
                goto Done;
            }
            send this, eStrike;
        }
    }

    state Done { }
}
