// A coffee machine, its panel and a crazy user: the gclasses of Systems/Espresso, machine by machine.

event eEspressoButton;
event eSteamerOn;
event eSteamerOff;
event eOpenDoor;
event eCloseDoor;
event eReset;
event ePress;
event eWarmUp;
event eWarm;
event eGrind;
event eGround;
event eBrew;
event eBrewed;
event eEmpty;
event eSteam;
event eStopSteam;

type tBugs = (resetsAtOnce: bool, worksWhileOpen: bool);

// Grinds, brews and makes steam, one thing at a time, as the panel says.
machine CoffeeMachine {
    var panel: ControlPanel;

    start state Cold {
        entry (setUp: ControlPanel) { panel = setUp; }
        on eWarmUp goto Warm with { send panel, eWarm; }
    }

    state Warm {
        on eGrind do {
            if ($) {
                send panel, eEmpty;
            } else {
                send panel, eGround;
            }
        }
        on eBrew do {
            if ($) {
                send panel, eEmpty;
            } else {
                send panel, eBrewed;
            }
        }
        on eSteam goto Steaming;
        on eWarmUp do { send panel, eWarm; }
    }

    state Steaming {
        on eStopSteam goto Warm;
    }
}

// Takes the buttons of the user, and lets the machine do one thing after the other.
machine ControlPanel {
    var coffee: CoffeeMachine;
    var bugs: tBugs;
    var isOpen: bool;

    start state Init {
        entry (setUp: tBugs) {
            bugs = setUp;
            coffee = new CoffeeMachine(this);
            WarmUp();
            goto Warming;
        }
        defer eEspressoButton, eSteamerOn, eSteamerOff, eOpenDoor, eCloseDoor, eReset;
    }

    state Warming {
        on eWarm goto Ready;
        ignore eEspressoButton, eSteamerOn, eSteamerOff, eOpenDoor, eCloseDoor, eReset;
    }

    state Ready {
        on eEspressoButton goto Grinding with { send coffee, eGrind; }
        on eSteamerOn goto Steaming with { send coffee, eSteam; }
        on eOpenDoor do {
            isOpen = true;
            if (!bugs.worksWhileOpen) {
                goto DoorOpen;
            }
        }
        on eCloseDoor do { isOpen = false; }
        ignore eSteamerOff, eReset;
    }

    state Grinding {
        entry { assert !isOpen, "the door is shut while the machine works"; }
        on eGround goto Brewing with { send coffee, eBrew; }
        on eEmpty goto Stopped;
        on eReset do Reset;
        ignore eEspressoButton, eSteamerOn, eSteamerOff, eOpenDoor, eCloseDoor;
    }

    state Brewing {
        on eBrewed goto Ready;
        on eEmpty goto Stopped;
        on eReset do Reset;
        ignore eEspressoButton, eSteamerOn, eSteamerOff, eOpenDoor, eCloseDoor;
    }

    state Steaming {
        on eSteamerOff goto Ready with { send coffee, eStopSteam; }
        ignore eEspressoButton, eSteamerOn, eOpenDoor, eCloseDoor, eReset;
    }

    state DoorOpen {
        on eCloseDoor goto Ready with { isOpen = false; }
        ignore eEspressoButton, eSteamerOn, eSteamerOff, eOpenDoor, eReset;
    }

    state Stopped {
        on eReset goto Warming with WarmUp;
        ignore eEspressoButton, eSteamerOn, eSteamerOff, eOpenDoor, eCloseDoor;
    }

    fun WarmUp() {
        send coffee, eWarmUp;
    }

    fun Reset() {
        if (bugs.resetsAtOnce) {
            goto Ready;
        }
    }
}

// Presses buttons without sense, a few times.
machine CrazyUser {
    var panel: ControlPanel;
    var presses: int;

    start state Pressing {
        entry (setUp: ControlPanel) {
            panel = setUp;
            presses = 6;
            send this, ePress;
        }

        on ePress do {
            presses = presses - 1;
            Press(choose(6));
            if (presses == 0) {
                goto Tired;
            }
            send this, ePress;
        }
    }

    state Tired { }

    fun Press(button: int) {
        if (button == 0) { send panel, eEspressoButton; }
        else if (button == 1) { send panel, eSteamerOn; }
        else if (button == 2) { send panel, eSteamerOff; }
        else if (button == 3) { send panel, eOpenDoor; }
        else if (button == 4) { send panel, eCloseDoor; }
        else { send panel, eReset; }
    }
}
