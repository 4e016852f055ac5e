namespace FsmKit.Peers.FailureDetector;

/// <summary>The detector asks a node whether the node lives.</summary>
internal sealed class EvPing : Event;

/// <summary>The node lives.</summary>
internal sealed class EvPong(ActorId node) : EvOf<ActorId>(node);

/// <summary>The detector tells the client that a node is dead.</summary>
internal sealed class EvDead(ActorId node) : EvOf<ActorId>(node);

/// <summary>The next node is to be shut down.</summary>
internal sealed class EvStrike : Event;

/// <summary>The node is shut down.</summary>
internal sealed class EvShutDown : Event;

/// <summary>The next round begins.</summary>
internal sealed class EvBegin : Event;

/// <summary>No node is shut down any more.</summary>
internal sealed class EvStruck : Event;

/// <summary>The timer is to wait for so many pings.</summary>
internal sealed class EvWait(int pings) : EvOf<int>(pings);

/// <summary>A ping was answered, or will not be.</summary>
internal sealed class EvSettled : Event;

/// <summary>All pings are settled.</summary>
internal sealed class EvTimeOut : Event;
