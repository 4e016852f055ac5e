namespace FsmKit.Peers.Espresso;

internal sealed class EvEspressoButton : Event;

internal sealed class EvSteamerOn : Event;

internal sealed class EvSteamerOff : Event;

internal sealed class EvOpenDoor : Event;

internal sealed class EvCloseDoor : Event;

internal sealed class EvReset : Event;

internal sealed class EvPress : Event;

internal sealed class EvWarmUp : Event;

internal sealed class EvWarm : Event;

internal sealed class EvGrind : Event;

internal sealed class EvGround : Event;

internal sealed class EvBrew : Event;

internal sealed class EvBrewed : Event;

internal sealed class EvEmpty : Event;

internal sealed class EvSteam : Event;

internal sealed class EvStopSteam : Event;
