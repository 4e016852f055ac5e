namespace FsmKit.Peers;

/// <summary>Carries one value.</summary>
internal abstract class EvOf<T>(T value) : Event
{
    public T Value => value;
}

/// <summary>Carries the setup of an actor.</summary>
internal sealed class EvSetUp<T>(T value) : EvOf<T>(value);

/// <summary>Takes values out of events.</summary>
internal static class Events
{
    public static T SetUp<T>(this Event e) => ((EvSetUp<T>)e).Value;

    public static T Of<T>(this Event e) => ((EvOf<T>)e).Value;
}
