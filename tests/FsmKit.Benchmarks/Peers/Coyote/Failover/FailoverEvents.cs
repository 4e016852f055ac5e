namespace FsmKit.Peers.Failover;

/// <summary>The keeper wants a cup.</summary>
internal sealed class EvOrder : Event;

/// <summary>The brewer has answered an order.</summary>
internal sealed class EvAnswered(bool isServed) : EvOf<bool>(isServed);

/// <summary>The brewer asks the boiler for the level of the water.</summary>
internal sealed class EvLook(ActorId brewer) : EvOf<ActorId>(brewer);

/// <summary>The boiler's answer.</summary>
internal sealed class EvLevel(int water) : EvOf<int>(water);

/// <summary>The brewer turns the heater on.</summary>
internal sealed class EvHeat(ActorId brewer) : EvOf<ActorId>(brewer);

/// <summary>The water is hot.</summary>
internal sealed class EvHot : Event;

/// <summary>The brewer lets a cup be filled.</summary>
internal sealed class EvPour(ActorId brewer) : EvOf<ActorId>(brewer);

/// <summary>The cup is full.</summary>
internal sealed class EvPoured : Event;

/// <summary>The plug sends this to itself between two pulls.</summary>
internal sealed class EvPull : Event;

/// <summary>The plug is pulled: the brewer is to be replaced.</summary>
internal sealed class EvUnplug : Event;

/// <summary>The keeper ends the brewer.</summary>
internal sealed class EvTerminate : Event;

/// <summary>The brewer is gone.</summary>
internal sealed class EvGone : Event;
