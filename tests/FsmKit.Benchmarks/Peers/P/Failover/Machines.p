// A coffee machine that is replaced in the midst of its work: the gclasses of Systems/Failover, machine by machine.

event eOrder;
event eAnswered: bool;
event eLook: Brewer;
event eLevel: int;
event eHeat: Brewer;
event eHot;
event ePour: Brewer;
event ePoured;
event ePull;
event eUnplug;
event eTerminate;
event eGone;

// Has the water and the heater, and stays when the brewer is replaced.
machine Boiler {
    var water: int;

    start state Serving {
        entry { water = 2; }
        on eLook do (brewer: Brewer) { send brewer, eLevel, water; }
        on eHeat do (brewer: Brewer) {
            assert water > 0, "the heater is on without water";
            send brewer, eHot;
        }
        on ePour do (brewer: Brewer) {
            water = water - 1;
            send brewer, ePoured;
        }
    }
}

// Makes one cup after the other, until it is terminated in the midst of it; looks at the boiler before each one.
machine Brewer {
    var boiler: Boiler;
    var keeper: Keeper;

    start state Init {
        entry (setUp: (boiler: Boiler, keeper: Keeper, isTrusting: bool)) {
            boiler = setUp.boiler;
            keeper = setUp.keeper;
            if (setUp.isTrusting) {
                send this, eLevel, 1;
            } else {
                Look();
            }
            goto Looking;
        }
        defer eOrder;
    }

    state Looking {
        defer eOrder;
        on eLevel do (water: int) {
            if (water > 0) {
                goto Ready;
            }
            goto Empty;
        }
        on eTerminate goto Gone;
    }

    state Ready {
        on eOrder goto Heating with { send boiler, eHeat, this; }
        on eTerminate goto Gone;
    }

    state Empty {
        on eOrder do { send keeper, eAnswered, false; }
        on eTerminate goto Gone;
    }

    state Heating {
        on eHot goto Pouring with { send boiler, ePour, this; }
        on eTerminate goto Gone;
    }

    state Pouring {
        on ePoured goto Looking with {
            send keeper, eAnswered, true;
            Look();
        }
        on eTerminate goto Gone;
    }

    state Gone {
        entry { send keeper, eGone; }
        ignore eOrder, eLevel, eHot, ePoured, eTerminate;
    }

    fun Look() {
        send boiler, eLook, this;
    }
}

// Orders cups, and puts a new brewer in the place of one that is unplugged.
machine Keeper {
    var boiler: Boiler;
    var brewer: Brewer;
    var orders: int;
    var trusts: bool;
    var forgets: bool;

    start state Init {
        entry (setUp: (trusts: bool, forgets: bool)) {
            trusts = setUp.trusts;
            forgets = setUp.forgets;
            orders = 3;
            boiler = new Boiler();
            brewer = new Brewer((boiler = boiler, keeper = this, isTrusting = false));
            send brewer, eOrder;
            goto Waiting;
        }
        defer eUnplug;
    }

    state Waiting {
        on eAnswered do {
            orders = orders - 1;
            if (orders == 0) {
                goto Done;
            }
            send brewer, eOrder;
        }
        on eUnplug goto Replacing with { send brewer, eTerminate; }
    }

    state Replacing {
        on eAnswered do {
            orders = orders - 1;
            if (orders == 0) {
                goto Done;
            }
        }
        on eGone goto Waiting with {
            brewer = new Brewer((boiler = boiler, keeper = this, isTrusting = trusts));
            if (!forgets) {
                send brewer, eOrder;
            }
        }
        ignore eUnplug;
    }

    state Done {
        entry { announce eDone; }
        ignore eAnswered, eGone, eUnplug;
    }
}

// Is pulled a few times; the schedule says when.
machine Plug {
    var keeper: Keeper;
    var pulls: int;

    start state Pulling {
        entry (setUp: Keeper) {
            keeper = setUp;
            pulls = 2;
            send this, ePull;
        }

        on ePull do {
            pulls = pulls - 1;
            send keeper, eUnplug;
            if (pulls == 0) {
                goto Done;
            }
            send this, ePull;
        }
    }

    state Done { }
}
