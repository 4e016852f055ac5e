namespace FsmKit.Testing.Tests.Systems.Failover;

/// <summary>The keeper wants a cup.</summary>
public readonly record struct EvOrder;

/// <summary>The brewer has answered an order.</summary>
public readonly record struct EvAnswered(bool IsServed);

/// <summary>The brewer asks the boiler for the level of the water.</summary>
public readonly record struct EvLook(Brewer Brewer);

/// <summary>The boiler's answer.</summary>
public readonly record struct EvLevel(int Water);

/// <summary>The brewer turns the heater on.</summary>
public readonly record struct EvHeat(Brewer Brewer);

/// <summary>The water is hot.</summary>
public readonly record struct EvHot;

/// <summary>The brewer lets a cup be filled.</summary>
public readonly record struct EvPour(Brewer Brewer);

/// <summary>The cup is full.</summary>
public readonly record struct EvPoured;

/// <summary>The plug posts this to itself between two pulls.</summary>
public readonly record struct EvPull;

/// <summary>The plug is pulled: the brewer is to be replaced.</summary>
public readonly record struct EvUnplug;

/// <summary>The keeper ends the brewer.</summary>
public readonly record struct EvTerminate;

/// <summary>The brewer is gone.</summary>
public readonly record struct EvGone;
